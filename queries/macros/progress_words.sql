-- What may be said of a class that a method gives: a number set by others can be on track, a direction alone cannot.

-- Whose number a series is judged against: 'target' (text of a UN target, a level that UN bodies assess against, the
-- country, a project), 'reading' (this project's own) or 'direction' where there is no number that fits.
create or replace macro judged_against(target_kind, target_value, target_comparable) as
    case
        when target_value is null or target_kind = 'none' or not coalesce(target_comparable, true) then 'direction'
        when target_kind = 'our_reading' then 'reading'
        else 'target'
    end;

-- The class of any method as it is said of a series. Without a target of others the methods judge the yearly growth:
-- 'intended_fast', 'intended_slow', 'standing_still' or 'against'. `level_reached` says that a reading of ours is met.
-- The lowest UN class of 2023 mixes standstill and loss, so the sign of the change decides.
create or replace macro said_status(status, judged_as, wished_change) as
    if(
        judged_as = 'target',
        status,
        case
            when status = 'target_achieved' then 'level_reached'
            when status in ('substantial_progress', 'on_track', 'met_or_on_track', 'significant_progress')
                then 'intended_fast'
            when status in ('moderate_progress', 'fair_progress') then 'intended_slow'
            when status in ('limited_progress', 'no_change') then 'standing_still'
            when status = 'stagnation_or_regression' then if(wished_change < 0, 'against', 'standing_still')
            when status in ('deterioration', 'moderate_movement_away', 'significant_movement_away') then 'against'
        end
    );

-- The statuses of the default method from best to worst; what is not assessed comes last.
create or replace macro status_place(status) as
    list_position(
        [
            'target_achieved',
            'level_reached',
            'substantial_progress',
            'intended_fast',
            'moderate_progress',
            'intended_slow',
            'limited_progress',
            'standing_still',
            'deterioration',
            'against',
            'not_assessed'
        ],
        status
    );
