-- The reader's words of three that stand beside each other: Kazakh, Russian, or English for any other language.

create or replace macro in_language(lang, words_en, words_ru, words_kk) as
    case lang when 'kk' then words_kk when 'ru' then words_ru else words_en end;
