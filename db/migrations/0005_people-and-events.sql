CREATE TABLE `attendee` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`partstat` text NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`batch_id` integer,
	`line` integer,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendee_by_event` ON `attendee` (`event_id`);--> statement-breakpoint
CREATE INDEX `attendee_by_contact` ON `attendee` (`contact_id`);--> statement-breakpoint
CREATE TABLE `do_not_introduce` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`a_id` integer NOT NULL,
	`b_id` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`a_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`b_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `do_not_introduce_by_a` ON `do_not_introduce` (`a_id`);--> statement-breakpoint
CREATE INDEX `do_not_introduce_by_b` ON `do_not_introduce` (`b_id`);--> statement-breakpoint
CREATE TABLE `reminder` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contact_id` integer NOT NULL,
	`kind` text NOT NULL,
	`event_id` integer,
	`due_on` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`settled_at` text,
	`outcome` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminder_by_contact` ON `reminder` (`contact_id`);--> statement-breakpoint
CREATE INDEX `reminder_by_event` ON `reminder` (`event_id`) WHERE event_id is not null;--> statement-breakpoint
CREATE INDEX `reminder_open` ON `reminder` (`due_on`) WHERE settled_at is null;--> statement-breakpoint
CREATE TABLE `tag_cadence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tag_key` text NOT NULL,
	`days` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_cadence_tag_key_unique` ON `tag_cadence` (`tag_key`);--> statement-breakpoint
CREATE TABLE `tombstone` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hash` text NOT NULL,
	`forgotten_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tombstone_hash_unique` ON `tombstone` (`hash`);--> statement-breakpoint
ALTER TABLE `event` ADD `kind` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `event` ADD `organizer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `event` ADD `series` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `event_by_series` ON `event` (`series`) WHERE series <> '';