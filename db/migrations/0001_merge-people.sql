CREATE TABLE `kept_apart` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`a_id` integer NOT NULL,
	`b_id` integer NOT NULL,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`a_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`b_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_apart_pair` ON `kept_apart` (`a_id`,`b_id`);--> statement-breakpoint
CREATE INDEX `kept_apart_by_b` ON `kept_apart` (`b_id`);--> statement-breakpoint
CREATE TABLE `merge` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`survivor_id` integer NOT NULL,
	`absorbed_id` integer NOT NULL,
	`merged_at` text NOT NULL,
	FOREIGN KEY (`survivor_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`absorbed_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merge_by_survivor` ON `merge` (`survivor_id`);--> statement-breakpoint
CREATE INDEX `merge_by_absorbed` ON `merge` (`absorbed_id`);--> statement-breakpoint
CREATE TABLE `merge_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`merge_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`merge_id`) REFERENCES `merge`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merge_change_by_merge` ON `merge_change` (`merge_id`);--> statement-breakpoint
CREATE INDEX `merge_change_by_row` ON `merge_change` (`table_name`,`row_id`);--> statement-breakpoint
ALTER TABLE `contact` ADD `merged_into_id` integer REFERENCES contact(id);--> statement-breakpoint
CREATE INDEX `contact_by_survivor` ON `contact` (`merged_into_id`) WHERE merged_into_id is not null;