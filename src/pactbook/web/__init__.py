"""The record in a browser.

app       puts the parts together
serving   what is served, to whom
guard     what stands before every page: host names, headers, size, login, forms
pages     one file per page: its addresses and what it asks the record
templates one file per page: what it looks like
api       the same for programs, as JSON
charts    drawings made on the server, each with its numbers as a table
static    style, a little script, and the vendored libraries; nothing comes from elsewhere
"""
