"""The bundled newsroom: two outlets and a ministry on loopback, for the demo and the tests.

The outlets do not exist. Their pages tell public facts in this project's own words; the archive's acts are made up.
"""

from flows.newsroom.server import DEMO_PORTS, Newsroom, NewsroomError, Request, serve

__all__ = ["DEMO_PORTS", "Newsroom", "NewsroomError", "Request", "serve"]
