"""All pages."""

from fastapi import APIRouter

from hearsay.present.web.pages import adding, correcting, reading

router = APIRouter()
for _part in (reading, correcting, adding):
    router.include_router(_part.router)
