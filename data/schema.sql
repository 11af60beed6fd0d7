-- The store: what each table holds, at what grain, and which values it may hold.
-- `staged_code` (dimension, code, names) is loaded before this file runs: the code lists become types below, so that
-- a code outside them cannot enter the store whoever writes it.

create table code (
    dimension varchar not null,
    code varchar not null,
    label_en varchar,
    label_ru varchar,
    label_kk varchar,
    primary key (dimension, code)
);
insert into code by name select * from staged_code;

create type sex_code as enum ('_T', 'F', 'M');
create type urbanisation_code as enum ('_T', 'U', 'R');
create type obs_status_code as enum ('A', 'B', 'D', 'E', 'P', 'S', 'U');
create type quarantine_reason as enum (select code from code where dimension = 'QUARANTINE_REASON' order by code);
create type age_code as enum (select code from code where dimension = 'AGE' order by code);
create type activity_code as enum (select code from code where dimension = 'ACTIVITY' order by code);
create type breakdown_code as enum (select code from code where dimension = 'COMPOSITE_BREAKDOWN' order by code);
create type education_code as enum (select code from code where dimension = 'EDUCATION_LEV' order by code);
create type quantile_code as enum (select code from code where dimension = 'INCOME_WEALTH_QUANTILE' order by code);
create type series_code as enum (select code from code where dimension = 'SERIES' order by code);

-- One publisher's table or platform.
create table source (
    source_id varchar primary key,
    capture varchar not null check (capture in ('releases', 'single')),
    release_kind varchar not null check (release_kind in ('published', 'retrieved')),
    next_release date,
    -- What a source that is computed in the store is computed from (queries/views/derived_figure.sql).
    derived_from varchar[],
    publisher_en varchar not null,
    publisher_ru varchar not null,
    publisher_kk varchar not null,
    title_en varchar not null,
    title_ru varchar not null,
    title_kk varchar not null,
    what_en varchar not null,
    what_ru varchar not null,
    what_kk varchar not null,
    licence_id varchar not null,
    licence_url varchar,
    licence_note_en varchar,
    licence_note_ru varchar,
    licence_note_kk varchar,
    attribution_en varchar not null,
    attribution_ru varchar not null,
    attribution_kk varchar not null,
    url varchar,
    repository varchar,
    "commit" varchar,
    share_alike boolean not null
);

-- One state of a source on one date. `capture` and `kind` repeat the source's, for queries that start here.
create table release (
    source_id varchar not null references source (source_id),
    release date not null,
    capture varchar not null,
    kind varchar not null,
    primary key (source_id, release)
);

-- The least rows that a source must have for a store to be complete (data/incomplete.sql): figures or facts.
create table least_rows (
    source_id varchar not null references source (source_id),
    kind varchar not null check (kind in ('figures', 'facts')),
    rows integer not null check (rows > 0),
    primary key (source_id, kind)
);

-- The country, its regions and towns, other countries and their groupings. South Kazakhstan before 2018 is KZ-YUZ.
create table area (
    ref_area varchar primary key,
    kind varchar not null
        check (kind in ('country', 'oblast', 'city', 'town', 'other_country', 'other_subdivision', 'world_region')),
    name_en varchar not null,
    name_ru varchar not null,
    name_kk varchar not null,
    short_en varchar not null,
    short_ru varchar not null,
    short_kk varchar not null,
    kazstat_code varchar unique,
    bns_code varchar unique,
    kato varchar,
    publisher_codes varchar,
    valid_from date,
    valid_to date check (valid_to > valid_from),
    predecessor varchar,
    parent varchar,
    focus boolean not null,
    sort_order integer not null unique
);

-- The forms of the names of areas and comparable groups that sentences need: "in ..." and "of ...".
create table area_form (
    ref_area varchar primary key,
    in_en varchar not null,
    in_ru varchar not null,
    in_kk varchar not null,
    of_en varchar not null,
    of_ru varchar not null,
    of_kk varchar not null
);

-- Comparable geographies: R20 (2022 on), CG17 (2018 on), CG16 (2010 on); a region belongs to one group per scheme.
create table area_group (
    scheme varchar not null check (scheme in ('R20', 'CG17', 'CG16')),
    ref_area varchar not null references area (ref_area),
    group_code varchar not null,
    name_en varchar not null,
    name_ru varchar not null,
    name_kk varchar not null,
    primary key (scheme, ref_area)
);

create table unit (
    code varchar primary key,
    kind varchar not null,
    decimals integer not null check (decimals between 0 and 6),
    prices varchar check (prices in ('current', 'constant')),
    label_en varchar not null,
    label_ru varchar not null,
    label_kk varchar not null,
    short_en varchar not null,
    short_ru varchar not null,
    short_kk varchar not null
);

-- The goals of the dashboard; text_colour is readable on colour.
create table goal (
    goal integer primary key,
    colour varchar not null,
    text_colour varchar not null check (text_colour in ('white', 'black')),
    name_en varchar not null,
    name_ru varchar not null,
    name_kk varchar not null
);

-- What a target asks, in our own words; by whom culture is linked to it, and how strongly by default.
create table target (
    target varchar primary key,
    goal integer not null references goal (goal),
    due_year integer not null,
    strength varchar not null check (strength in ('A', 'B', 'C')),
    summary_en varchar not null,
    summary_ru varchar not null,
    summary_kk varchar not null,
    linked_by_en varchar not null,
    linked_by_ru varchar not null,
    linked_by_kk varchar not null
);

-- By what a series is tied to its target; `targets` where whoever made the list names them.
create table mapping (
    mapping varchar primary key,
    url varchar,
    targets varchar[],
    name_en varchar not null,
    name_ru varchar not null,
    name_kk varchar not null
);

-- What an earlier version printed wrongly, what is right, and since when; in the order of the catalogue.
create table correction (
    correction varchar primary key,
    place integer not null,
    since date not null,
    page varchar not null,
    printed_en varchar not null,
    printed_ru varchar not null,
    printed_kk varchar not null,
    right_en varchar not null,
    right_ru varchar not null,
    right_kk varchar not null
);

-- What a chart draws. Curated series stand in the catalogue; every other figure belongs to an automatic series.
create table series (
    series_id varchar primary key,
    curated boolean not null,
    reference varchar unique,
    indicator varchar not null,
    title_en varchar,
    title_ru varchar,
    title_kk varchar,
    description_en varchar,
    description_ru varchar,
    description_kk varchar,
    goal integer references goal (goal),
    target varchar references target (target),
    lens varchar check (lens in ('youth', 'women', 'regions', 'sector', 'context', 'world')),
    strength varchar check (strength in ('A', 'B', 'C')),
    measures varchar not null default 'context' check (measures in ('official', 'national_substitute', 'context')),
    mapped_by varchar references mapping (mapping),
    yearly_flow boolean not null default false,
    prices varchar check (prices in ('current', 'constant')),
    rationale_en varchar,
    rationale_ru varchar,
    rationale_kk varchar,
    source_id varchar not null references source (source_id),
    unit varchar references unit (code),
    decimals integer,
    direction varchar check (direction in ('increase', 'decrease', 'none')),
    baseline_year integer,
    target_value double,
    target_year integer,
    target_kind varchar
        check (target_kind in ('un_text', 'un_agreed', 'national', 'project', 'our_reading', 'none')),
    target_comparable boolean,
    target_source_en varchar,
    target_source_ru varchar,
    target_source_kk varchar,
    transform varchar check (transform in ('none', 'parity_ratio', 'parity_percent', 'share_50', 'absolute_gap')),
    natural_limit double,
    additive boolean,
    proxy_en varchar,
    proxy_ru varchar,
    proxy_kk varchar,
    caveat_en varchar,
    caveat_ru varchar,
    caveat_kk varchar,
    derivation varchar not null
        check (derivation in ('published', 'slice', 'ratio', 'difference', 'share', 'relative', 'derived')),
    years_from integer,
    years_to integer,
    years_except integer[],
    headline boolean,
    breakdowns varchar[],
    check (not curated or (title_en is not null and title_ru is not null and title_kk is not null)),
    check (target_value is null or (target_year is not null and target_kind <> 'none'))
);

-- Which figures a series is made of. A dimension left null is free: the series has a value for each of its codes.
create table series_operand (
    series_id varchar not null references series (series_id),
    role varchar not null check (role in ('operand', 'against', 'weight')),
    source_id varchar not null references source (source_id),
    indicator varchar not null,
    series_code varchar not null,
    age varchar not null,
    activity varchar not null,
    composite_breakdown varchar not null,
    education_lev varchar not null,
    income_wealth_quantile varchar not null,
    ref_area varchar references area (ref_area),
    sex varchar check (sex in ('_T', 'F', 'M')),
    urbanisation varchar check (urbanisation in ('_T', 'U', 'R')),
    primary key (series_id, role)
);

-- Years from which a line starts anew; ref_area null means everywhere.
create table series_break (
    series_id varchar not null references series (series_id),
    time_period integer not null,
    ref_area varchar references area (ref_area),
    kind varchar not null check (kind in ('boundary', 'definition', 'method', 'quality')),
    note_en varchar,
    note_ru varchar,
    note_kk varchar,
    evidence varchar,
    unique (series_id, time_period, ref_area, kind)
);

-- One row per distinct value of a key; the releases in which it stood are in `standing`, which ties it to its source.
-- Series and figure numbers are made while loading, so they carry no foreign keys: each one would cost an index.
create table figure (
    figure_id integer primary key,
    series_id varchar not null,
    source_id varchar not null,
    indicator varchar not null check (indicator <> ''),
    series_code series_code not null,
    ref_area varchar not null references area (ref_area),
    sex sex_code not null,
    age age_code not null,
    urbanisation urbanisation_code not null,
    activity activity_code not null,
    composite_breakdown breakdown_code not null,
    education_lev education_code not null,
    income_wealth_quantile quantile_code not null,
    time_period integer not null check (time_period between 1950 and 2035),
    unit_measure varchar not null references unit (code),
    obs_value double not null check (isfinite(obs_value)),
    obs_status obs_status_code not null,
    published_value double,
    repair_evidence varchar,
    check ((obs_status = 'S') = (published_value is not null)),
    check ((obs_status = 'S') = (repair_evidence is not null))
);

-- Why a value is shown but never judged; the reason stands beside the number.
create table dispute (
    dispute_id varchar primary key,
    reason_en varchar not null,
    reason_ru varchar not null,
    reason_kk varchar not null
);

-- Values that a person found disputed, in every release; a dimension left null means all of its codes.
create table disputed_value (
    dispute_id varchar not null references dispute (dispute_id),
    source_id varchar not null references source (source_id),
    indicator varchar not null,
    series_code varchar,
    ref_area varchar references area (ref_area),
    sex varchar check (sex in ('_T', 'F', 'M')),
    activity varchar,
    years_from integer not null,
    years_to integer not null check (years_to >= years_from)
);

-- One row per figure and release in which it stood, with the file and line where it can be checked. `dispute` names a
-- row of that table, `dispute_detail` the numbers that contradict; `published_as` has the labels that were repaired.
create table standing (
    figure_id integer not null,
    source_id varchar not null,
    release date not null,
    file varchar not null,
    line integer not null check (line > 0),
    licence varchar not null check (licence <> ''),
    published_as varchar,
    dispute varchar,
    dispute_detail varchar,
    primary key (figure_id, release, line),
    foreign key (source_id, release) references release (source_id, release)
);

-- Rows kept out, each with the reason; never part of `observation`.
create table quarantine (
    source_id varchar not null,
    release date not null,
    file varchar not null,
    line integer not null check (line > 0),
    raw_line varchar not null,
    reason quarantine_reason not null,
    detail varchar not null,
    indicator varchar not null,
    series_code varchar,
    ref_area varchar,
    sex varchar,
    age varchar,
    urbanisation varchar,
    activity varchar,
    time_period integer,
    obs_value double,
    foreign key (source_id, release) references release (source_id, release)
);

-- Repairs of the publisher's rows, and repairs refused because the row no longer reads as it did.
create table repair (
    source_id varchar not null,
    release date not null,
    file varchar not null,
    line integer not null,
    field varchar not null,
    as_published varchar,
    repaired varchar,
    confidence varchar not null check (confidence in ('high', 'medium', 'low')),
    evidence varchar not null check (evidence <> ''),
    raw_line varchar not null,
    outcome varchar not null check (outcome in ('applied', 'dropped', 'withheld', 'refused')),
    foreign key (source_id, release) references release (source_id, release)
);

-- What became of the rows of each file; it must add up to the row.
create table import_count (
    source_id varchar not null,
    release date not null,
    file varchar not null,
    read integer not null,
    stored integer not null,
    repaired integer not null check (repaired <= stored),
    quarantined integer not null,
    dropped integer not null,
    duplicate integer not null,
    primary key (source_id, release, file),
    foreign key (source_id, release) references release (source_id, release),
    check (read = stored + quarantined + dropped + duplicate)
);

-- What differs between a release and the one before it (data.gate); kinds that stop an import have a row in
-- `accepted_loss` whose name is theirs (source/file/kind/subject) or its beginning.
create table gate_finding (
    source_id varchar not null,
    release date not null,
    beside date not null check (beside < release),
    file varchar not null,
    kind varchar not null,
    subject varchar not null,
    rows integer not null check (rows > 0),
    detail varchar not null,
    primary key (source_id, release, file, kind, subject),
    foreign key (source_id, release) references release (source_id, release)
);

-- A person's word on what the gate found, with the reason; `beside` equals `release` where a held one was rewritten.
create table accepted_loss (
    release date not null,
    beside date not null,
    name varchar not null,
    because varchar not null check (because <> ''),
    accepted date not null,
    primary key (release, beside, name)
);

-- A national series beside another source of the same measure: what the comparison finds (queries/views/pair_finding.sql)
-- and why. The explanation is null only where the two agree.
create table source_pair (
    series_id varchar not null references series (series_id),
    other_id varchar not null references series (series_id),
    finding varchar not null
        check (
            finding in (
                'agrees',
                'differs_in_years',
                'differs',
                'years_shifted',
                'labels_exchanged',
                'unit_off'
            )
        ),
    verdict varchar check (verdict in ('dated_apart', 'definition', 'revised', 'rounded', 'contradicts')),
    why_en varchar,
    why_ru varchar,
    why_kk varchar,
    primary key (series_id, other_id),
    check ((finding = 'agrees') = (verdict is null)),
    check ((verdict is null) = (why_en is null))
);

-- What a person says of a copy, a sum or a step that the store finds in a series (queries/views/self_finding.sql).
create table settled_finding (
    finding varchar not null check (finding in ('areas_equal', 'series_equal', 'sum_differs', 'step')),
    series_id varchar not null references series (series_id),
    subject varchar not null,
    verdict varchar not null check (verdict in ('break', 'real', 'prices', 'source', 'kept')),
    because varchar not null check (because <> ''),
    primary key (finding, series_id, subject)
);

-- Single figures cited from a publication, for claims that no table carries.
create table fact (
    fact_id varchar primary key,
    measure varchar not null,
    goal integer,
    target varchar,
    time_period integer,
    period_note varchar,
    ref_area varchar,
    sex varchar not null,
    age varchar not null,
    subsector varchar,
    obs_value double not null,
    unit_measure varchar not null,
    definition varchar,
    confidence varchar not null,
    publisher varchar not null,
    source_title varchar not null,
    source_url varchar not null,
    published_date varchar,
    note varchar
);

-- Which facts are figures of which series of cited figures.
create table fact_series (
    fact_id varchar primary key,
    series_code varchar not null
);

-- In which language the pages of a publication are, by host and the beginning of the path; null means any path.
create table page_language (
    host varchar not null,
    path varchar,
    language varchar not null,
    unique (host, path)
);

-- A headline on which publications disagree, and why the pages use the number they use.
create table disputed_headline (
    question_id varchar primary key,
    sort_order integer not null unique,
    title_en varchar not null,
    title_ru varchar not null,
    title_kk varchar not null,
    why_en varchar not null,
    why_ru varchar not null,
    why_kk varchar not null
);

-- One published answer to such a headline: a cited fact (loaded later, hence no foreign key), a series, or both.
create table disputed_claim (
    question_id varchar not null references disputed_headline (question_id),
    claim_id varchar primary key,
    sort_order integer not null,
    used boolean not null,
    series_id varchar references series (series_id),
    fact_id varchar,
    definition_en varchar not null,
    definition_ru varchar not null,
    definition_kk varchar not null,
    scope_en varchar not null,
    scope_ru varchar not null,
    scope_kk varchar not null,
    check (series_id is not null or fact_id is not null)
);
