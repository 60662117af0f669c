# ruff: noqa: E501 (pages are easier to read in long lines)
"""Layouts: each page is written for this test in the manner of a family of sites; the texts are invented."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from pactbook.articles.clean import clean
from pactbook.model.source import Source

LEAD = (
    "The port city of Hai Phong and the Korean county of Hongseong signed a memorandum of understanding on fisheries"
    " on Tuesday, the first paper of its kind between the two."
)
SECOND = (
    "Under the document, which runs for five years, Hongseong will train 40 fish farmers a year and lend the city"
    " US$3.2 million for a hatchery, officials said."
)
THIRD = (
    'Vice Chairwoman Le Thi Mai said that the city had "waited a long time" for such a partner. Talks on a second'
    " phase begin in March."
)
VI_LEAD = (
    "Thành phố Hải Phòng và huyện Hongseong của Hàn Quốc hôm qua ký biên bản ghi nhớ về thủy sản, văn kiện đầu tiên"
    " thuộc loại này giữa hai địa phương."
)
VI_SECOND = (
    "Theo văn kiện có hiệu lực năm năm, Hongseong sẽ đào tạo 40 hộ nuôi cá mỗi năm và cho thành phố vay 3,2 triệu USD"
    " để xây trại giống."
)
KO_LEAD = "하이퐁시와 홍성군이 19일 수산 분야 업무협약을 맺었다. 두 지방자치단체가 이런 문서에 서명한 것은 처음이다."
KO_SECOND = "홍성군은 5년 동안 해마다 양식 어민 40명을 가르치고 부화장 건립에 320만달러를 빌려준다고 밝혔다."
TITLE = "Hai Phong, Hongseong sign fisheries memorandum"
VI_TITLE = "Hải Phòng và Hongseong ký biên bản ghi nhớ về thủy sản"
KO_TITLE = "하이퐁시·홍성군, 수산 협력 손잡았다"


@dataclass(frozen=True)
class Layout:
    """A page and what must come of it. ``gone`` must not be in the text, ``kept`` must."""

    page: str
    title: str = TITLE
    published: str | None = "2023-09-19"
    language: str = "en"
    outlet: str | None = None
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = (LEAD, SECOND, THIRD)


def _ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


NEXT = {
    "props": {
        "pageProps": {
            "related": [{"title": "Crab prices soar", "content": "short"}],
            "article": {
                "title": TITLE,
                "publishedAt": "2023-09-19T08:00:00+07:00",
                "content": f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>",
            },
        }
    }
}
FUSION = {
    "headlines": {"basic": KO_TITLE},
    "display_date": "2023-09-19T08:00:00Z",
    "content_elements": [
        {"type": "text", "content": KO_LEAD},
        {"type": "image", "caption": "협약식에 참석한 두 도시 대표. 홍성군 제공"},
        {"type": "text", "content": KO_SECOND},
        {
            "type": "text",
            "content": "홍성군 관계자는 “내년 3월부터 2단계 협의를 시작한다”고 말했다. 하이퐁시는 환영했다.",
        },
    ],
}

LAYOUTS = {
    "tables and fonts, no metadata": Layout(
        f"""<html><head><title>The Delta Courier - {TITLE}</title></head><body><table width=900><tr><td colspan=3>
        <font size=2>Home | Business | Sports | Travel</font></td></tr><tr><td width=150>Gold 57.2 million dong a tael<br>
        USD 24,100</td><td><font size=1>09-19-2023 08:10</font><br><font size=5><b>{TITLE}</b></font><hr><font size=2>
        By Tran Ha<p>{LEAD}<p>{SECOND}<p>{THIRD}</font></td><td><b>Most Viewed</b><br><a href=#>Coffee up 5 percent</a><br>
        Exporters earn $2 billion.</td></tr><tr><td colspan=3>Copyright The Delta Courier. All rights reserved.</td></tr>
        </table></body></html>""",
        outlet="The Delta Courier",
        gone=("Gold 57.2", "Coffee up", "Exporters earn", "Tran Ha", "All rights"),
    ),
    "body parted by double breaks, single breaks inside sentences": Layout(
        f"""<html><head><title>{TITLE}</title><meta property="article:published_time" content="2023-09-19T08:10:00+09:00">
        </head><body><div class=gnb><a>Home</a><a>World</a></div><h1>{TITLE}</h1><div id=startts>
        {LEAD.replace("memorandum of", "memorandum<br>of")}<br><br>{SECOND}<br /><br />{THIRD}<br><br>
        reporter@delta.example</div></body></html>""",
        gone=("reporter@", "World"),
    ),
    "wordpress": Layout(
        f"""<!doctype html><html lang=en-US><head><title>{TITLE} &#8211; Delta Notes</title>
        <meta property="og:site_name" content="Delta Notes"><meta property="og:title" content="{TITLE}"></head>
        <body class="single single-post sidebar-right"><header class=site-header><p class=site-title>Delta Notes</p>
        <nav><ul><li>Home</li><li>About</li></ul></nav></header><div class="content-with-sidebar"><main>
        <article class="post-12 post type-post tag-fish category-trade hentry"><h1 class=entry-title>{TITLE}</h1>
        <div class=entry-meta>Posted on <time datetime="2023-09-19T08:10:00+07:00">September 19, 2023</time> by admin</div>
        <div class=entry-content><p>{LEAD}</p><figure class="wp-block-image"><img><figcaption>Mai at the signing.</figcaption>
        </figure><p>{SECOND}</p><p>{THIRD}</p><div class=sharedaddy><h3>Share this:</h3><a>X</a></div>
        <div id=jp-relatedposts><h3>Related</h3><p>Crab prices soar to $30 a kilo in Ca Mau this week.</p></div></div></article>
        <div id=comments class=comments-area><h2>Leave a Reply</h2><p>My uncle sold his boat and he says that the fish are gone
        for good, and nobody in the city cares about it any more.</p></div></main><aside><h2>Recent posts</h2></aside></div>
        </body></html>""",
        outlet="Delta Notes",
        gone=("Crab prices", "My uncle", "Recent posts", "Share this"),
        kept=(LEAD, SECOND, THIRD, "Mai at the signing."),
    ),
    "amp with linked data": Layout(
        f"""<!doctype html><html amp lang=en><head><title>{TITLE}</title>
        {_ld(**{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Delta"},
             {"@type": ["NewsArticle"], "headline": TITLE, "datePublished": "2023-09-19T08:10:00+07:00",
              "dateModified": "2023-09-20T08:10:00+07:00", "publisher": {"@type": "Organization", "name": "Delta Wire"}}]})}
        </head><body><amp-sidebar><ul><li>Politics</li></ul></amp-sidebar><h1>{TITLE}</h1><p>{LEAD}</p>
        <amp-img src=x></amp-img><p>{SECOND}</p><p>{THIRD}</p><amp-ad><div>Buy now</div></amp-ad></body></html>""",
        outlet="Delta Wire",
        gone=("Politics", "Buy now"),
    ),
    "microdata, updated before published": Layout(
        f"""<html><head><title>{TITLE}</title></head><body><div itemscope itemtype="http://schema.org/NewsArticle">
        <h1 itemprop=headline>{TITLE}</h1><ul><li>Updated : Sep 21, 2023 - 10:00</li><li>Published : Sep 19, 2023 - 17:17</li>
        </ul><div itemprop=articleBody><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></div></div></body></html>""",
    ),
    "the day's date in the top bar": Layout(
        f"""<html><head><title>{TITLE} | Delta</title></head><body><div class=top-bar><span>Monday, 15 January 2024</span>
        <a>Login</a></div><div class=story><h1>{TITLE}</h1><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>
        <p>Published on 19 September 2023</p></div></body></html>""",
    ),
    "the date in a row of buttons, the page changed years later": Layout(
        f"""<html><head><title>{TITLE}</title><meta name="DC.Date.Modified" content="2026-05-06"></head><body>
        <div class=head><h3>{TITLE}</h3><span class=day>19/09/2023 09:12</span> <span>Text size: A- A A+</span>
        <span>Listen to the story</span></div><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>""",
    ),
    "any day in the head, the day of posting below the headline": Layout(
        f"""<html><head><title>{TITLE}</title><meta name="date" content="2023-09-01"></head><body><h3>{TITLE}</h3>
        <p class=date>Posted : 2023-09-19 17:05 &nbsp; Updated : 2023-09-20 17:41</p><p>{LEAD}</p><p>{SECOND}</p>
        <p>{THIRD}</p></body></html>""",
    ),
    "any day in the head, a day without a label below the headline": Layout(
        f"""<html><head><title>{TITLE}</title><meta name="date" content="2023-09-30"></head><body><h1>{TITLE}</h1>
        <div class=meta>Tuesday, 19 September 2023 &middot; by the trade desk</div><p>{LEAD}</p><p>{SECOND}</p>
        <p>{THIRD}</p></body></html>""",
    ),
    "a day filled in by hand, the time of posting below the headline": Layout(
        f"""<html><head><title>{TITLE}</title><meta name="publish-date" content="2023-10-02"></head><body><h1>{TITLE}</h1>
        <div class=writer>By Oh Ha-rin | Posted : 2023-09-19 19:11:20</div><p>{LEAD}</p><p>{SECOND}</p>
        <p>{THIRD}</p></body></html>""",
    ),
    "the time in the head outweighs the day below the headline": Layout(
        f"""<html><head><title>{TITLE}</title><meta property="article:published_time" content="2023-09-19T08:00:00+07:00">
        </head><body><h1>{TITLE}</h1><div>Posted : 2023-09-21 09:00</div><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>""",
    ),
    "the only h1 is the site's, the title holds both": Layout(
        f"""<html><head><title>{TITLE} - Board of Trade and Fisheries of the Delta</title></head><body>
        <h1>Board of Trade and Fisheries of the Delta</h1><div class=menu><a>Home</a><a>News</a></div><div class=story>
        <h2>{TITLE}</h2><p>September 19, 2023</p><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></div></body></html>""",
    ),
    "the only h1 is the site's, and so is the title": Layout(
        f"""<html><head><title>Board of Trade of the Delta</title></head><body><h1>Board of Trade of the Delta</h1>
        <div class=story><h2>{TITLE}</h2><div class=date>September 19, 2023</div><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>
        </div></body></html>""",
    ),
    "the only h1 leads home": Layout(
        f"""<html><head><title>Home</title></head><body><h1><a href="/index.html">delta fisheries</a></h1>
        <div class=story><h3>{TITLE}</h3><div class=date>September 19, 2023</div><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>
        </div></body></html>""",
    ),
    "no date but the day's": Layout(
        f"""<html><head><title>{TITLE} | Delta</title></head><body><div class="header-time-now">Monday, 15 January 2024</div>
        <h1>{TITLE}</h1><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>""",
        published=None,
    ),
    "time of the meta tag is universal and the next day in Hanoi": Layout(
        f"""<html><head><title>{TITLE}</title><meta property="article:published_time" content="2023-09-18T22:30:00Z"></head>
        <body><h1>{TITLE}</h1><div class=date>Tuesday, September 19, 2023, 05:30 GMT+7</div><p>{LEAD}</p><p>{SECOND}</p>
        <p>{THIRD}</p></body></html>""",
    ),
    "related stories inside the text": Layout(
        f"""<html><head><title>{TITLE}</title><meta name=pubdate content="2023-09-19"></head><body><h1>{TITLE}</h1>
        <div class=text><p>{LEAD}</p><div class=inner><p><b>Read more</b></p><ul><li><a href=#>Crab prices soar</a></li>
        <li><a href=#>Tuna exports hit $1 billion</a></li></ul></div><p>{SECOND}</p>
        <p><a href=#>SEE ALSO: SHRIMP FARMERS PROTEST</a></p><p>{THIRD}</p></div></body></html>""",
        gone=("Crab prices", "Tuna exports", "SHRIMP"),
    ),
    "teasers told by their build only": Layout(
        f"""<html><head><title>{TITLE}</title><meta name=date content="2023-09-19"></head><body><div class=all>
        <h1>{TITLE}</h1><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>
        <div class=b><a href=1>Crab prices soar</a><p>Traders in Ca Mau asked for $30 a kilo on Monday morning, twice the usual.</p></div>
        <div class=b><a href=2>Tuna exports rise</a><p>Shipments came to $1 billion in the first eight months, the ministry said.</p></div>
        <div class=b><a href=3>Boats idle</a><p>High fuel prices keep a third of the fleet of Binh Dinh in port this season.</p></div>
        </div></body></html>""",
        gone=("Crab prices", "Traders in Ca Mau", "Shipments came", "High fuel"),
    ),
    "headline only in the metadata, the first heading is the site's": Layout(
        f"""<html><head><title>Delta Gazette | {TITLE}</title><meta property="og:site_name" content="Delta Gazette"></head>
        <body><h1><a href=/>Delta Gazette</a></h1><p class=d>19/09/2023</p><div><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></div>
        </body></html>""",
        outlet="Delta Gazette",
    ),
    "second article below the first": Layout(
        f"""<html><head><title>{TITLE}</title></head><body><main><section><h1>{TITLE}</h1><div>By Tran Ha</div>
        <div>Sept. 19, 2023 8:10 a.m.</div><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></section><section>
        <h1>Another story altogether</h1><div>By Le Ba</div><div>Sept. 20, 2023</div><p>Rice growers in the delta earned more
        than US$900 million in the third quarter of the year, an association said.</p></section></main></body></html>""",
        gone=("Another story", "Rice growers"),
    ),
    "drawn from next data": Layout(
        f"""<html><head><title>{TITLE} | Delta</title></head><body><div id=__next><div class=spinner>Loading</div></div>
        <script id="__NEXT_DATA__" type="application/json">{json.dumps(NEXT)}</script></body></html>""",
        gone=("Crab prices",),
    ),
    "linked data holds the text": Layout(
        f"""<html><head><title>{TITLE}</title>{_ld(**{"@type": "NewsArticle", "headline": TITLE,
        "datePublished": "2023-09-19", "articleBody": f"{LEAD} {SECOND} {THIRD}"})}</head><body><h1>{TITLE}</h1>
        <p>Please wait.</p></body></html>""",
    ),
    "drawn from a store, Korean": Layout(
        f"""<html><head><title>{KO_TITLE} - 서해일보</title></head><body><div id=fusion-app></div><script>
        window.Fusion=window.Fusion||{{}};Fusion.globalContent={json.dumps(FUSION)};Fusion.lastModified=1;</script></body></html>""",
        title=KO_TITLE,
        language="ko",
        outlet="서해일보",
        kept=(KO_LEAD, KO_SECOND, "협약식에 참석한 두 도시 대표."),
    ),
    "portal, Korean": Layout(
        f"""<html lang=ko><head><title>{KO_TITLE} : 포털</title><meta property="og:title" content="{KO_TITLE}">
        <meta property="og:article:author" content="서해일보 | 포털"></head><body><div class=snb><ul><li>정치</li><li>경제</li></ul></div>
        <h3 id=articleTitle>[수산] {KO_TITLE}</h3><div class=sponsor><span class=t11>최종수정 2023.09.19. 오전 8:10</span><a>기사원문</a></div>
        <div id=articleBodyContents>(하이퐁=서해일보) {KO_LEAD}<br><br>{KO_SECOND}<br><br>김바다 기자 sea@west.example<br><br>
        &lt;저작권자 ⓒ 서해일보, 무단 전재 및 재배포 금지&gt;</div><div class=u_cbox><h4>댓글</h4><p>우리 동네도 했으면 좋겠네요.</p></div>
        <ol><b>많이 본 뉴스</b><li><a>꽃게값 두 배로 껑충</a></li></ol></body></html>""",
        title=KO_TITLE,
        language="ko",
        outlet="서해일보",
        gone=("김바다", "무단", "우리 동네", "꽃게값", "최종수정"),
        kept=(KO_LEAD, KO_SECOND),
    ),
    "local paper, Korean": Layout(
        f"""<html lang=ko><head><title>{KO_TITLE} - 홍성신문</title></head><body><header><span>UPDATED. 2024-01-15 10:00 (월)</span></header>
        <section><h3 class=heading>{KO_TITLE}</h3><ul class=infomation><li>기자명 김바다</li><li>승인 2023.09.19 08:10</li><li>댓글 0</li></ul>
        <div id=article-view-content-div itemprop=articleBody><figure><img><figcaption>협약을 맺은 두 지방자치단체 대표.</figcaption></figure>
        <p>{KO_LEAD}</p><p>{KO_SECOND}</p></div><div class=view-copyright>저작권자 © 홍성신문 무단전재 및 재배포 금지</div>
        <article class=relation><h4>관련기사</h4><div><a>꽃게값 껑충</a><p>한 상자에 30만원</p></div></article></section></body></html>""",
        title=KO_TITLE,
        language="ko",
        outlet="홍성신문",
        gone=("꽃게값", "30만원", "기자명", "무단전재"),
        kept=(KO_LEAD, KO_SECOND, "협약을 맺은 두 지방자치단체 대표."),
    ),
    "visible local date, Vietnamese": Layout(
        f"""<html lang=vi><head><title>{VI_TITLE} - Tin Ven Biển</title></head><body><span class=time-now>Thứ hai, 15/1/2024</span>
        <ul class=breadcrumb><li>Kinh tế</li><li>Thủy sản</li></ul><span class=date>Thứ ba, 19/9/2023, 08:10 (GMT+7)</span>
        <h1 class=title-detail>{VI_TITLE}</h1><p class=description>{VI_LEAD}</p><article class=fck_detail><p class=Normal>{VI_SECOND}</p>
        <figure><figcaption><p class=Image>Lễ ký tại Hải Phòng. Ảnh: Bảo Ngọc</p></figcaption></figure>
        <p class=Normal>Hai bên sẽ bàn giai đoạn hai từ tháng 3 năm sau, theo Sở Nông nghiệp và Phát triển nông thôn.</p>
        <p class=author_mail><strong>Thu Hà</strong></p></article><div class=box-tinlienquanv2><h4>Giá cua tăng gấp đôi</h4></div>
        <div id=box_comment><h3>Ý kiến (2)</h3><p>Mong có thêm nhiều dự án như thế này cho ngư dân quê tôi.</p></div></body></html>""",
        title=VI_TITLE,
        language="vi",
        outlet="Tin Ven Biển",
        gone=("Giá cua", "ngư dân quê tôi", "Kinh tế"),
        kept=(VI_LEAD, VI_SECOND, "Lễ ký tại Hải Phòng. Ảnh: Bảo Ngọc"),
    ),
    "table of a picture, Vietnamese": Layout(
        f"""<html lang=vi><head><title>{VI_TITLE}</title><meta property="og:site_name" content="Báo Cửa Sông"></head><body>
        <h1>{VI_TITLE}</h1><time class=time>19/09/2023 08:10 GMT+7</time><div class=sapo>{VI_LEAD}</div>
        <div class=article__related><ul><li><a>Giá cua tăng gấp đôi</a></li></ul></div><div itemprop=articleBody><p>{VI_SECOND}</p>
        <table class=picture><tr><td><img></td></tr><tr><td class=caption>Lễ ký sáng 19-9. Ảnh: THU HÀ</td></tr></table>
        <p>Hai bên sẽ bàn giai đoạn hai từ tháng 3 năm sau, theo Sở Nông nghiệp và Phát triển nông thôn.</p>
        <p>&gt;&gt; Xem thêm: <a href=#>Tàu cá nằm bờ</a></p></div><div class=tags><b>Từ khóa:</b> thủy sản, Hongseong</div></body></html>""",
        title=VI_TITLE,
        language="vi",
        outlet="Báo Cửa Sông",
        gone=("Giá cua", "Tàu cá", "Từ khóa"),
        kept=(VI_LEAD, VI_SECOND, "Lễ ký sáng 19-9."),
    ),
    "list of items and a table of figures": Layout(
        f"""<html><head><title>{TITLE}</title><meta name=date content="2023-09-19"></head><body><h1>{TITLE}</h1><div class=c>
        <p>{LEAD}</p><ul><li>training of 40 fish farmers a year;</li><li>a hatchery on Cat Ba island.</li></ul>
        <table><tr><td>Hatchery</td><td>US$3.2 million</td></tr></table><p>{SECOND}</p><p>{THIRD}</p></div></body></html>""",
        kept=(LEAD, SECOND, THIRD, "training of 40 fish farmers a year;", "a hatchery on Cat Ba island.", "US$3.2 million"),
    ),
    "press release with its date in the dateline alone": Layout(
        f"""<html><head><title>Newsroom | Hongseong Fisheries</title></head><body><nav>Company ESG Newsroom</nav><h1>{TITLE}</h1><div class=body>
        <p>HAI PHONG, Vietnam, September 19, 2023 -- {LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></div>
        <footer>Safety Day 2024 | (C) 2026 Hongseong Fisheries</footer></body></html>""",
    ),
    "rubric in brackets, Korean, other stories by the reporter": Layout(
        f"""<html lang=ko><head><title>[수교 30년, 사람] {KO_TITLE} - 바닷길신문</title></head><body><h1>[수교 30년, 사람] {KO_TITLE}</h1><em>2023.09.19 10:02</em>
        <div id=articleBody>{KO_LEAD}<br><br>{KO_SECOND}<br><br>두 지방은 내년 3월 2단계 사업을 놓고 다시 만난다.<br><br>정해은 기자의 다른 기사<br>꽃게값 두 배로<br>고깃배 묶였다</div></body></html>""",
        title=KO_TITLE,
        language="ko",
        gone=("꽃게값", "수교 30년"),
        kept=(KO_LEAD, KO_SECOND),
    ),
    "the page's title is the portal's, the headline has a class": Layout(
        f"""<html><head><title>.:: Radio and Television of Hai Phong ::.</title></head><body><div class=bn>Radio and Television of Hai Phong</div>
        <div class=mn>Listen live</div><div class=tieude>{TITLE}</div><div>[19/09/2023 08:20]</div><div class=txt><p>{LEAD}<p>{SECOND}<p>{THIRD}</div></body></html>""",
        gone=("Radio and",),
    ),
    "the h1 is an embassy's name, the headline stands in a table": Layout(
        f"""<html><head><title>News | Embassy of the Republic of the Delta in Korea</title></head><body><h1>Embassy of the Republic of the Delta in Korea</h1>
        <div>Hotline 82-2-000-0000</div><table><tr><th colspan=2>{TITLE}</th></tr><tr><td>Writer: admin</td><td>Date: 2023-09-19 16:20</td></tr>
        <tr><td colspan=2><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></td></tr></table></body></html>""",
        gone=("Embassy", "Hotline"),
    ),
    "large letters are the only mark of the headline": Layout(
        f"""<html><head><title>the courier - frame</title></head><body><font size=6>The Delta Courier</font><p><font size=5><b>{TITLE}</b></font><br>
        <font size=2>by Tran Thi Ha<br>19 September 2023</font></p><font size=3><p>{LEAD}<p>{SECOND}<p>{THIRD}</font></body></html>""",
        gone=("Tran Thi Ha", "Delta Courier"),
    ),
    "a board of a ministry, the headline behind its label, Korean": Layout(
        f"""<html><head><title>관세청 - 보도자료</title></head><body><h1><a href="/">관세청</a></h1><h2>보도자료</h2><table><caption>보도자료 - 제목, 등록일, 내용</caption>
        <tr><th>제목</th><td>{KO_TITLE}</td></tr><tr><th>등록일</th><td>2023.09.19.</td></tr><tr><td colspan=2><p>□ {KO_LEAD}</p><p>□ {KO_SECOND}</p></td></tr></table></body></html>""",
        title=KO_TITLE,
        language="ko",
        gone=("등록일",),
        kept=(KO_LEAD, KO_SECOND),
    ),
    "series, headline and day in one element, Korean": Layout(
        f"""<html><head><title>월간 물 :: 9월호 :: COVER STORY</title></head><body><div><span class=ser>COVER STORY</span><span class=s_title>{KO_TITLE}</span><span class=s_date>2023-09-19</span></div>
        <div class=c><p>{KO_LEAD}</p><p>{KO_SECOND}</p></div></body></html>""",
        title=KO_TITLE,
        language="ko",
        gone=("COVER STORY",),
        kept=(KO_LEAD, KO_SECOND),
    ),
    "a list of paragraphs in a store": Layout(
        f"""<html><head><title>{TITLE} | Desk</title></head><body><div id=root></div><script>window.__INITIAL_STATE__ = {json.dumps({"article": {"headline": TITLE, "published_at": "2023-09-19T04:00:00Z", "paragraphs": [LEAD, SECOND, THIRD]}, "latest": [{"headline": "Crab prices soar", "summary": "Crabs of Ca Mau cost more than ever, and buyers wait for the next tide before they pay."}]})};</script></body></html>""",
        gone=("Crab",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    layout = LAYOUTS[name]
    article = clean(Source("page.html", layout.page.encode()))
    assert article.title == layout.title
    assert article.published == layout.published
    assert article.language == layout.language
    assert [s for s in layout.gone if s in article.text] == []
    assert [s for s in layout.kept if s not in article.text] == []
    if layout.outlet:
        assert article.outlet == layout.outlet


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_headline_comes_first(name: str) -> None:
    article = clean(Source("page.html", LAYOUTS[name].page.encode()))
    assert article.text.startswith(f"{article.title}\n\n")
    assert article.sentences[0].role == "headline"
    assert [s.role for s in article.sentences].count("headline") == 1


def test_the_dates_of_other_stories_tell_which_number_is_the_month() -> None:
    body = "".join(
        f"<p>{line} The port and the yard signed a contract for one floating dock on Monday in Busan.</p>"
        for line in (
            "One of the yards on the river has won.",
            "Two tugs bring it over in spring.",
            "Three more may follow, the yard said.",
        )
    )
    page = f"<html><body><h3>Yard wins an order for a dock</h3><p class=date>07-08-2009 17:24</p>{body}<div class=related><ul><li><a href=#>Other</a> (06-29-2009)</li></ul></div></body></html>"
    assert clean(Source("x.html", page.encode())).published == "2009-07-08"


def test_a_day_below_the_headline_outweighs_a_date_of_no_name_though_it_is_called_an_update() -> None:
    body = "".join(
        f"<p>{line} Hợp đồng được tập đoàn ký với hãng vận tải biển Hàn Quốc hôm 15/1 tại Busan.</p>"
        for line in ("Một.", "Hai.", "Ba.")
    )
    page = f'<html><head><meta name="date" content="2009-11-02"></head><body><h1>Bắt tay đóng tàu chở ô tô</h1><div>Cập nhật: 16:45, Thứ Năm, 17/1/2008</div>{body}</body></html>'
    assert clean(Source("x.html", page.encode())).published == "2008-01-17"
