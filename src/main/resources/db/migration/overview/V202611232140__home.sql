-- How each person has arranged their home page; without rows it is the usual one. Reference table.
create schema overview;

create table overview.home_widget (
    user_id bigint not null references identity.app_user,
    place int not null,                       -- from the top, left to right
    widget text not null,
    width int not null check (width between 3 and 12), -- of twelve columns
    primary key (user_id, place),
    unique (user_id, widget)
);
