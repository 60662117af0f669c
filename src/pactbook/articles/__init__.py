"""From bytes to an article.

clean        Source ─► Article; asks the others in this order
decoding     bytes ─► characters
page         HTML ─► draft     page_tree ─► page_blocks (names in page_names) ─► page_body, page_title;
                               metadata says title, day and site; page_json, page_scripts where the page shows nothing
dump         text ─► draft     wraps undone ─► headline found
both         paragraphs keeps the article's own and ending cuts other stories below, as lines and stamps tell;
             outlet names the newspaper; refusal says why a draft is no article
language     text ─► en, vi, ko
sentences    paragraphs ─► the text and its sentences with offsets
"""
