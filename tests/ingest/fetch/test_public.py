import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import FetchRefused
from hearsay.ingest.fetch.public import is_public, require_public

PUBLIC = "8.8.8.8 93.184.215.14 172.32.0.1 2002:808:808::1 100.128.0.1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::8.8.8.8"
NOT = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.254 127.0.0.1 127.8.8.8 169.254.169.254 172.16.0.1 172.31.255.255
192.0.0.8 192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250
240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::ffff:10.0.0.1 ::ffff:100.64.0.1 ::ffff:0:1.2.3.4
64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::8.8.8.8 100::1 2001::1 2001:0:808:808::1 2001:20::1 2001:db8::1
2002:7f00:1::1 2002:a00:1::1 2002:a9fe:a9fe::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 4000::1
"""


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public_addresses(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", NOT.split())
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_embedded_address_is_as_public_as_it_is_bare(address: ipaddress.IPv4Address) -> None:
    for form in ("::ffff:{}", "64:ff9b::{}"):
        assert is_public(ipaddress.ip_address(form.format(address))) == is_public(address)
    relayed = ipaddress.IPv6Address(0x2002 << 112 | int(address) << 80 | 1)
    assert is_public(relayed) == is_public(address)


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if not address.is_global or address.is_multicast:
        assert not is_public(address) or (address.version == 6 and address.ipv4_mapped is not None)


def test_one_that_is_not_public_refuses_all() -> None:
    found = [ipaddress.ip_address("8.8.8.8"), ipaddress.ip_address("10.0.0.1")]
    with pytest.raises(FetchRefused, match=r"intra\.example is at 10\.0\.0\.1, not a public address"):
        require_public("intra.example", found, origin="-")
