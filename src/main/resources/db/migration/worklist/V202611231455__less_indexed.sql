-- The supervisor counts and orders in memory (decision 0010); these two served it alone and were a third of what
-- planning costs.
drop index worklist.planned_action_by_agent;
drop index worklist.planned_action_by_action;
