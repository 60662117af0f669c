"""Drawings made on the server: geometry here, shapes in ``templates/charts.html``, colours in ``charts.css``.

They need no script, so they are there with the first paint and move nothing; they follow light and dark, print, and
pass the strict content policy. Every mark is a link to what it stands for, and every drawing has its table.
"""
