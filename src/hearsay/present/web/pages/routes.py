"""All pages."""

from fastapi import APIRouter

from hearsay.present.web.pages import adding, correcting, downloads, reading, stories

router = APIRouter()
for _part in (stories, downloads, reading, correcting, adding):
    router.include_router(_part.router)
