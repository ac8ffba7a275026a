CREATE TABLE `column_profile` (
	`header` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`saved_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_choice` (
	`batch_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`choice` text NOT NULL,
	`left_out` text NOT NULL,
	PRIMARY KEY(`batch_id`, `ordinal`),
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_plan` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`subject` text NOT NULL,
	`action` text NOT NULL,
	`records` integer NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`items` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_plan_by_batch` ON `import_plan` (`batch_id`,`action`);--> statement-breakpoint
ALTER TABLE `event` ADD `uid` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `event_by_uid` ON `event` (`uid`) WHERE uid <> '';--> statement-breakpoint
ALTER TABLE `evidence` ADD `count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `evidence` ADD `superseded_by` integer;--> statement-breakpoint
CREATE INDEX `evidence_by_superseding_batch` ON `evidence` (`superseded_by`) WHERE superseded_by is not null;--> statement-breakpoint
ALTER TABLE `import_batch` ADD `hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `property` ADD `parameters` text DEFAULT '' NOT NULL;