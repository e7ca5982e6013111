-- Job queue (db-scheduler) and the business calendar.
create schema platform;

create table platform.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on platform.scheduled_tasks (last_heartbeat);

-- Answers already given to requests with an Idempotency-Key, for a day. Without a status: still being answered.
create table platform.idempotency_key (
    login text not null,
    key text not null,
    request_hash text not null, -- SHA-256 of method, path and content
    status int,
    location text,
    content_type text,
    body bytea,                 -- null: not kept (secrets, large files)
    created_at timestamptz not null,
    primary key (login, key)
);
create index idempotency_key_created on platform.idempotency_key (created_at);

-- Every day of a calendar with the working days around it (requirement A9).
-- Calendars: FR (weekends and French public holidays, Code du travail L3133-1), * (weekends only).
create table platform.calendar_day (
    calendar text not null,
    day date not null,
    working boolean not null,
    previous_working_day date not null, -- the day itself when it is worked
    next_working_day date not null,     -- the day itself when it is worked
    primary key (calendar, day)
);

with years as (
    select y from generate_series(1990, 2099) y
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
), holidays as (
    select make_date(y, m, d) as day
    from years, (values (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)) fixed (m, d)
    union
    select sunday + shift from easter, (values (1), (39), (50)) moving (shift)
), days as (
    select calendar, day::date as day,
           extract(isodow from day) < 6 and (calendar = '*' or day::date not in (select h.day from holidays h)) as working
    from (values ('FR'), ('*')) c (calendar), generate_series(date '1990-01-01', date '2099-12-31', interval '1 day') d (day)
), runs as (
    select *, count(*) filter (where working) over (partition by calendar order by day) as before,
              count(*) filter (where working) over (partition by calendar order by day desc) as after
    from days
)
insert into platform.calendar_day
select calendar, day, working,
       coalesce(min(day) filter (where working) over (partition by calendar, before), day),
       coalesce(max(day) filter (where working) over (partition by calendar, after), day)
from runs;
