-- The schema of version 9, as pactbook made it: agreements did not know which of the parties told of them they show.
CREATE TABLE articles (
	"key" INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	source TEXT NOT NULL, 
	language VARCHAR NOT NULL, 
	title TEXT, 
	outlet TEXT, 
	url TEXT, 
	published VARCHAR, 
	first VARCHAR, 
	last VARCHAR, 
	text TEXT NOT NULL, 
	sentences TEXT NOT NULL, 
	version VARCHAR NOT NULL, 
	copy_of VARCHAR, 
	PRIMARY KEY ("key"), 
	UNIQUE (id)
);
CREATE INDEX ix_articles_first ON articles (first);
CREATE TABLE blocks (
	block VARCHAR NOT NULL, 
	sort VARCHAR NOT NULL, 
	PRIMARY KEY (block, sort)
)
 WITHOUT ROWID;
CREATE INDEX blocks_sort ON blocks (sort);
CREATE TABLE bonds (
	sort VARCHAR NOT NULL, 
	other VARCHAR NOT NULL, 
	score INTEGER NOT NULL, 
	PRIMARY KEY (sort, other)
)
 WITHOUT ROWID;
CREATE INDEX bonds_other ON bonds (other);
CREATE TABLE agreements (
	id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	date VARCHAR, 
	first VARCHAR, 
	last VARCHAR, 
	subject TEXT NOT NULL, 
	place TEXT, 
	claims INTEGER NOT NULL, 
	conflicts INTEGER DEFAULT '0' NOT NULL, 
	decided INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX ix_agreements_first ON agreements (first);
CREATE TABLE pulse (
	changes INTEGER NOT NULL, 
	since INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (changes)
);
CREATE TABLE touched (
	"key" INTEGER NOT NULL, 
	change INTEGER NOT NULL, 
	thing VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE INDEX ix_touched_change ON touched (change);
CREATE TABLE decisions (
	"key" INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	"when" VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	undoes VARCHAR, 
	whole TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (id)
);
CREATE INDEX ix_decisions_undoes ON decisions (undoes);
CREATE TABLE searches (
	address TEXT NOT NULL, 
	name TEXT NOT NULL, 
	who VARCHAR NOT NULL, 
	"when" VARCHAR NOT NULL, 
	PRIMARY KEY (address)
);
CREATE TABLE aside (
	who VARCHAR NOT NULL, 
	doubt TEXT NOT NULL, 
	"when" VARCHAR NOT NULL, 
	PRIMARY KEY (who, doubt)
)
 WITHOUT ROWID;
CREATE TABLE sources (
	address TEXT NOT NULL, 
	content VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	outcome VARCHAR NOT NULL, 
	reason TEXT, 
	article INTEGER, 
	PRIMARY KEY (address), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE INDEX ix_sources_content ON sources (content);
CREATE INDEX ix_sources_article ON sources (article);
CREATE TABLE shingles (
	hash BIGINT NOT NULL, 
	article INTEGER NOT NULL, 
	PRIMARY KEY (hash, article), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE INDEX ix_shingles_article ON shingles (article);
CREATE TABLE copies (
	"left" INTEGER NOT NULL, 
	"right" INTEGER NOT NULL, 
	PRIMARY KEY ("left", "right"), 
	FOREIGN KEY("left") REFERENCES articles ("key") ON DELETE CASCADE, 
	FOREIGN KEY("right") REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE INDEX ix_copies_right ON copies ("right");
CREATE TABLE bodies (
	article INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	n INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	country VARCHAR, 
	rule VARCHAR NOT NULL, 
	PRIMARY KEY (article, body), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE INDEX ix_bodies_body ON bodies (body);
CREATE TABLE body_names (
	article INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	n INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	PRIMARY KEY (article, body, n), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE INDEX ix_body_names_body ON body_names (body);
CREATE INDEX body_names_folded ON body_names (folded, body);
CREATE TABLE mentions (
	article INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	n INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	rule VARCHAR, 
	PRIMARY KEY (article, body, n), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE TABLE agreement_claims (
	"key" INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	article INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	date VARCHAR, 
	subject TEXT NOT NULL, 
	place TEXT, 
	rivals INTEGER NOT NULL, 
	confidence FLOAT, 
	record VARCHAR, 
	sort VARCHAR, 
	PRIMARY KEY ("key"), 
	UNIQUE (id), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE INDEX ix_agreement_claims_record ON agreement_claims (record);
CREATE INDEX ix_agreement_claims_sort ON agreement_claims (sort);
CREATE INDEX ix_agreement_claims_article ON agreement_claims (article);
CREATE INDEX agreement_claims_unsure ON agreement_claims (confidence, id);
CREATE TABLE figure_claims (
	"key" INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	article INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	low FLOAT NOT NULL, 
	high FLOAT NOT NULL, 
	currency VARCHAR NOT NULL, 
	qualifier VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	period VARCHAR, 
	first VARCHAR, 
	last VARCHAR, 
	source VARCHAR, 
	target VARCHAR, 
	confidence FLOAT, 
	decided INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (id), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE INDEX ix_figure_claims_article ON figure_claims (article);
CREATE INDEX ix_figure_claims_first ON figure_claims (first);
CREATE INDEX figure_claims_unsure ON figure_claims (confidence, id);
CREATE TABLE figure_originals (
	id VARCHAR NOT NULL, 
	article INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	whole TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE INDEX ix_figure_originals_article ON figure_originals (article);
CREATE TABLE dates (
	article INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	value VARCHAR, 
	rule VARCHAR NOT NULL, 
	PRIMARY KEY (article, n), 
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
CREATE TABLE agreement_parties (
	agreement VARCHAR NOT NULL, 
	party VARCHAR NOT NULL, 
	country VARCHAR, 
	PRIMARY KEY (agreement, party), 
	FOREIGN KEY(agreement) REFERENCES agreements (id) ON DELETE CASCADE
);
CREATE INDEX ix_agreement_parties_party ON agreement_parties (party);
CREATE TABLE agreement_sectors (
	agreement VARCHAR NOT NULL, 
	sector VARCHAR NOT NULL, 
	PRIMARY KEY (agreement, sector), 
	FOREIGN KEY(agreement) REFERENCES agreements (id) ON DELETE CASCADE
);
CREATE TABLE claim_parties (
	claim INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	party VARCHAR NOT NULL, 
	country VARCHAR, 
	PRIMARY KEY (claim, n), 
	FOREIGN KEY(claim) REFERENCES agreement_claims ("key") ON DELETE CASCADE
);
CREATE INDEX ix_claim_parties_party ON claim_parties (party);
CREATE TABLE claim_sectors (
	claim INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	sector VARCHAR NOT NULL, 
	PRIMARY KEY (claim, n), 
	FOREIGN KEY(claim) REFERENCES agreement_claims ("key") ON DELETE CASCADE
);
CREATE TABLE claim_values (
	claim INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	low FLOAT NOT NULL, 
	high FLOAT NOT NULL, 
	currency VARCHAR NOT NULL, 
	PRIMARY KEY (claim, n), 
	FOREIGN KEY(claim) REFERENCES agreement_claims ("key") ON DELETE CASCADE
);
CREATE TABLE agreement_evidence (
	claim INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	cell VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	rule VARCHAR, 
	PRIMARY KEY (claim, n), 
	FOREIGN KEY(claim) REFERENCES agreement_claims ("key") ON DELETE CASCADE
);
CREATE TABLE figure_evidence (
	claim INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	cell VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	rule VARCHAR, 
	PRIMARY KEY (claim, n), 
	FOREIGN KEY(claim) REFERENCES figure_claims ("key") ON DELETE CASCADE
);
CREATE TABLE figure_bodies (
	claim INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	PRIMARY KEY (claim, n), 
	FOREIGN KEY(claim) REFERENCES figure_claims ("key") ON DELETE CASCADE
);
CREATE INDEX ix_figure_bodies_body ON figure_bodies (body);
CREATE TABLE anchors (
	decision INTEGER NOT NULL, 
	side INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	article VARCHAR NOT NULL, 
	claim INTEGER, 
	figure VARCHAR, 
	PRIMARY KEY (decision, side, n), 
	FOREIGN KEY(decision) REFERENCES decisions ("key") ON DELETE CASCADE, 
	FOREIGN KEY(claim) REFERENCES agreement_claims ("key") ON DELETE SET NULL
);
CREATE INDEX ix_anchors_claim ON anchors (claim);
CREATE INDEX ix_anchors_figure ON anchors (figure);
CREATE INDEX ix_anchors_article ON anchors (article);
CREATE TABLE kept (
	name VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	changes INTEGER NOT NULL, 
	whole BLOB NOT NULL, 
	PRIMARY KEY (name)
);
CREATE VIRTUAL TABLE found_articles USING fts5(title, text, bodies, exact, content = '', tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE found_agreements USING fts5(subject, evidence, parties, exact, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE found_figures USING fts5(sentence, bodies, exact, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE vocabulary (word TEXT NOT NULL PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO pulse VALUES (0, 0);
