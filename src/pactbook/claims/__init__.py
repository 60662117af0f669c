"""Put mentions together into what one article states."""
