-- Question: what did each release change beside the one before it, and who let its losses in, with which reason?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per release and kind of finding, of every release out by then that was laid beside an earlier one.
-- n_files files have it, in n_rows rows, years, areas or codes. needs_word tells the kinds that a person must accept;
-- because and accepted are that person's reason and the day on which it was given, NULL for the other kinds.
-- Keys: source_id, release, kind
-- Columns: source_id varchar, title varchar, release date, beside date, kind varchar, needs_word boolean,
-- n_files bigint, n_rows bigint, because varchar, accepted date
-- Source: data/gate lays the releases beside one another; data/catalogue/accepted_losses.csv has the reasons.
-- example: as_of=2026-11-22, lang=en

with found as (
    select
        gate_finding.*,
        gate_finding.kind in (
            'file_missing', 'file_empty', 'rows_gone', 'rows_set_aside', 'years_gone', 'areas_gone', 'categories_gone',
            'areas_exchanged', 'codes_exchanged', 'year_repeated', 'values_moved', 'values_jump', 'values_constant',
            'values_rescaled', 'column_emptied', 'repair_lost'
        ) as needs_word,
        concat_ws(
            '/', gate_finding.source_id, gate_finding.file, gate_finding.kind, nullif(gate_finding.subject, '')
        ) as finding_name
    from gate_finding
    where gate_finding.release <= $as_of
),

accounted as (
    select
        found.source_id,
        found.release,
        found.beside,
        found.kind,
        found.needs_word,
        found.file,
        found.rows,
        accepted_loss.because,
        accepted_loss.accepted
    from found
    left join accepted_loss
        on
            found.needs_word
            and found.release = accepted_loss.release
            and found.beside = accepted_loss.beside
            and starts_with(found.finding_name || '/', accepted_loss.name || '/')
),

final as (
    select
        accounted.source_id,
        in_language($lang, source.title_en, source.title_ru, source.title_kk) as title,
        accounted.release,
        accounted.beside,
        accounted.kind,
        accounted.needs_word,
        count(distinct accounted.file) as n_files,
        sum(accounted.rows)::bigint as n_rows,
        string_agg(distinct accounted.because, '; ' order by accounted.because) as because,
        max(accounted.accepted) as accepted
    from accounted
    inner join source on accounted.source_id = source.source_id
    group by all
)

select * from final order by release desc, source_id, needs_word desc, n_rows desc, kind;
