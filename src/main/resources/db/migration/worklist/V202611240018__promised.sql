-- Promises heard in calls, for forecasts and reports: read for a company or a customer without its other actions.
create index done_action_promised on worklist.done_action (company_id, customer_id, item_id, id desc)
    where outcome = 'PROMISED' and held_until is not null and undone_at is null;
