-- The calendar of working days (A9): that of the country, or the one chosen, as Alsace-Moselle.
alter table company.company drop column calendar;
alter table company.company add column calendar_choice text check (calendar_choice in ('FR-AM'));
alter table company.company add column calendar text not null generated always as (coalesce(calendar_choice,
    case when country in ('FR', 'BE', 'LU', 'CH', 'DE', 'ES', 'IT', 'GB') then country else '*' end)) stored;
