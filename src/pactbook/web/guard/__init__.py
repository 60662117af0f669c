"""What stands between the network and the pages. Each part is one ASGI layer or one question that a page asks."""
