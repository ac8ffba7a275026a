// Who is in the trash, as a condition on the columns of `contact`; without what else the trash needs.

/** Cards that have become part of another are deleted as well, and are nobody of their own. */
export const IN_TRASH = 'deleted_at is not null and merged_into_id is null';
