-- Customers who got no letter of a run though one was wanted, and why. Distributed by customer_id.
create table correspondence.print_run_refusal (
    customer_id bigint not null,
    print_run_id bigint not null,
    reason text not null,
    primary key (customer_id, print_run_id)
);
create index print_run_refusal_run on correspondence.print_run_refusal (print_run_id);
