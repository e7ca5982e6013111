-- Working days of more countries (A9), 2000 to 2059. The rules and their sources stand in `BusinessCalendar`.
-- FIXED: month a, day b. EASTER: Easter Sunday and a days.
with country_holiday (calendar, kind, a, b, since) as (values
    ('FR-AM', 'FIXED', 1, 1, 0), ('FR-AM', 'FIXED', 5, 1, 0), ('FR-AM', 'FIXED', 5, 8, 0), ('FR-AM', 'FIXED', 7, 14, 0),
    ('FR-AM', 'FIXED', 8, 15, 0), ('FR-AM', 'FIXED', 11, 1, 0), ('FR-AM', 'FIXED', 11, 11, 0), ('FR-AM', 'FIXED', 12, 25, 0),
    ('FR-AM', 'FIXED', 12, 26, 0), ('FR-AM', 'EASTER', -2, 0, 0), ('FR-AM', 'EASTER', 1, 0, 0), ('FR-AM', 'EASTER', 39, 0, 0),
    ('FR-AM', 'EASTER', 50, 0, 0),
    ('BE', 'FIXED', 1, 1, 0), ('BE', 'FIXED', 5, 1, 0), ('BE', 'FIXED', 7, 21, 0), ('BE', 'FIXED', 8, 15, 0),
    ('BE', 'FIXED', 11, 1, 0), ('BE', 'FIXED', 11, 11, 0), ('BE', 'FIXED', 12, 25, 0), ('BE', 'EASTER', 1, 0, 0),
    ('BE', 'EASTER', 39, 0, 0), ('BE', 'EASTER', 50, 0, 0),
    ('LU', 'FIXED', 1, 1, 0), ('LU', 'FIXED', 5, 1, 0), ('LU', 'FIXED', 5, 9, 2019), ('LU', 'FIXED', 6, 23, 0),
    ('LU', 'FIXED', 8, 15, 0), ('LU', 'FIXED', 11, 1, 0), ('LU', 'FIXED', 12, 25, 0), ('LU', 'FIXED', 12, 26, 0),
    ('LU', 'EASTER', 1, 0, 0), ('LU', 'EASTER', 39, 0, 0), ('LU', 'EASTER', 50, 0, 0),
    ('CH', 'FIXED', 1, 1, 0), ('CH', 'FIXED', 8, 1, 0), ('CH', 'FIXED', 12, 25, 0), ('CH', 'EASTER', 39, 0, 0),
    ('DE', 'FIXED', 1, 1, 0), ('DE', 'FIXED', 5, 1, 0), ('DE', 'FIXED', 10, 3, 0), ('DE', 'FIXED', 12, 25, 0),
    ('DE', 'FIXED', 12, 26, 0), ('DE', 'EASTER', -2, 0, 0), ('DE', 'EASTER', 1, 0, 0), ('DE', 'EASTER', 39, 0, 0),
    ('DE', 'EASTER', 50, 0, 0),
    ('ES', 'FIXED', 1, 1, 0), ('ES', 'FIXED', 1, 6, 0), ('ES', 'FIXED', 5, 1, 0), ('ES', 'FIXED', 8, 15, 0),
    ('ES', 'FIXED', 10, 12, 0), ('ES', 'FIXED', 11, 1, 0), ('ES', 'FIXED', 12, 6, 0), ('ES', 'FIXED', 12, 8, 0),
    ('ES', 'FIXED', 12, 25, 0), ('ES', 'EASTER', -2, 0, 0),
    ('IT', 'FIXED', 1, 1, 0), ('IT', 'FIXED', 1, 6, 0), ('IT', 'FIXED', 4, 25, 0), ('IT', 'FIXED', 5, 1, 0),
    ('IT', 'FIXED', 6, 2, 2001), ('IT', 'FIXED', 8, 15, 0), ('IT', 'FIXED', 10, 4, 2026), ('IT', 'FIXED', 11, 1, 0),
    ('IT', 'FIXED', 12, 8, 0), ('IT', 'FIXED', 12, 25, 0), ('IT', 'FIXED', 12, 26, 0), ('IT', 'EASTER', 1, 0, 0),
    ('GB', 'EASTER', -2, 0, 0), ('GB', 'EASTER', 1, 0, 0)
), years as (
    select y from generate_series(1999, 2060) y
), easter as (
    -- Anonymous Gregorian computus
    select y, make_date(y, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1) as sunday
    from (
        select *, (a + 11 * h + 22 * l) / 451 as m
        from (
            select *, (32 + 2 * e + 2 * i - h - k) % 7 as l
            from (
                select *, (19 * a + b - d - (b - (b + 8) / 25 + 1) / 3 + 15) % 30 as h, c / 4 as i, c % 4 as k
                from (select y, y % 19 as a, y / 100 as b, y % 100 as c, (y / 100) / 4 as d, (y / 100) % 4 as e from years) s1
            ) s2
        ) s3
    ) s4
), british as (
    -- A day that falls on a weekend is given back on the next working day; Mondays of May and August.
    select y, make_date(y, 1, 1) + (case extract(isodow from make_date(y, 1, 1)) when 6 then 2 when 7 then 1 else 0 end)::int as day from years
    union all
    select y, make_date(y, 5, 1) + (8 - extract(isodow from make_date(y, 5, 1))::int) % 7 from years
    union all
    select y, make_date(y, 5, 31) - (extract(isodow from make_date(y, 5, 31))::int - 1) from years
    union all
    select y, make_date(y, 8, 31) - (extract(isodow from make_date(y, 8, 31))::int - 1) from years
    union all
    select y, make_date(y, 12, 25) + (case extract(isodow from make_date(y, 12, 25)) when 6 then 2 when 7 then 2 else 0 end)::int from years
    union all
    select y, make_date(y, 12, 26) + (case extract(isodow from make_date(y, 12, 26)) when 6 then 2 when 7 then 2 else 0 end)::int from years
), holidays as (
    select h.calendar, make_date(y, a, b) as day from country_holiday h, years where kind = 'FIXED' and y >= since
    union
    select h.calendar, sunday + a from country_holiday h, easter where kind = 'EASTER'
    union
    select 'GB', day from british
), days as (
    select c.calendar, d.day::date as day,
        extract(isodow from d.day) < 6 and h.day is null as working
    from (select distinct calendar from country_holiday) c
    cross join generate_series(date '1999-12-20', date '2060-01-10', interval '1 day') d (day)
    left join holidays h on h.calendar = c.calendar and h.day = d.day::date
), runs as (
    select *, count(*) filter (where working) over (partition by calendar order by day) as before,
        count(*) filter (where working) over (partition by calendar order by day desc) as after
    from days
), around as (
    select calendar, day, working,
        min(day) filter (where working) over (partition by calendar, before) as previous,
        max(day) filter (where working) over (partition by calendar, after) as next
    from runs
)
insert into platform.calendar_day
select calendar, day, working, previous, next
from around
where day between date '2000-01-01' and date '2059-12-31';
