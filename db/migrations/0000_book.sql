CREATE TABLE `contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`fn` text NOT NULL,
	`org` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`sort_key` text NOT NULL,
	`name_key` text NOT NULL,
	`org_key` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`deleted_at` text,
	`batch_id` integer
);
--> statement-breakpoint
CREATE INDEX `contact_by_sort_key` ON `contact` (`sort_key`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `contact_by_name_key` ON `contact` (`name_key`);--> statement-breakpoint
CREATE INDEX `contact_by_org_key` ON `contact` (`org_key`) WHERE org_key <> '';--> statement-breakpoint
CREATE INDEX `contact_deleted` ON `contact` (`id`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`invitation_id` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`decided_at` text NOT NULL,
	`vetting` text NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_by_invitation` ON `decision` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `encounter` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contact_id` integer NOT NULL,
	`event_id` integer,
	`met_on` text,
	`location` text DEFAULT '' NOT NULL,
	`channel` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`introduced_by_id` integer,
	`created_at` text NOT NULL,
	`batch_id` integer,
	`line` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`introduced_by_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `encounter_by_contact` ON `encounter` (`contact_id`);--> statement-breakpoint
CREATE INDEX `encounter_by_event` ON `encounter` (`event_id`);--> statement-breakpoint
CREATE INDEX `encounter_by_introducer` ON `encounter` (`introduced_by_id`);--> statement-breakpoint
CREATE TABLE `event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`summary` text NOT NULL,
	`location` text DEFAULT '' NOT NULL,
	`dtstart` text,
	`dtend` text,
	`url` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`summary_key` text NOT NULL,
	`created_at` text NOT NULL,
	`batch_id` integer,
	`line` integer
);
--> statement-breakpoint
CREATE INDEX `event_by_dtstart` ON `event` (`dtstart`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`contact_id` integer NOT NULL,
	`other_id` integer,
	`on` text,
	`level` text,
	`text` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`batch_id` integer,
	`line` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_by_contact` ON `evidence` (`contact_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_other` ON `evidence` (`other_id`) WHERE other_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_of_connection` ON `evidence` (`contact_id`) WHERE kind = 'li_connected' and other_id is null;--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`staged_at` text NOT NULL,
	`applied_at` text,
	`reverted_at` text,
	`entries` text NOT NULL,
	`counts` text NOT NULL,
	`owner_fn` text,
	`owner_url` text
);
--> statement-breakpoint
CREATE TABLE `import_item` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`entry_name` text NOT NULL,
	`line` integer NOT NULL,
	`subject` text NOT NULL,
	`action` text NOT NULL,
	`fn` text NOT NULL,
	`detail` text NOT NULL,
	`contact_id` integer,
	`choice` text DEFAULT 'take' NOT NULL,
	`plan` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_item_by_batch` ON `import_item` (`batch_id`,`action`);--> statement-breakpoint
CREATE TABLE `introduction` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`a_id` integer NOT NULL,
	`b_id` integer NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`benefit_a` text DEFAULT '' NOT NULL,
	`benefit_b` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`a_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`b_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `introduction_by_a` ON `introduction` (`a_id`);--> statement-breakpoint
CREATE INDEX `introduction_by_b` ON `introduction` (`b_id`);--> statement-breakpoint
CREATE TABLE `introduction_step` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`introduction_id` integer NOT NULL,
	`step` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`introduction_id`) REFERENCES `introduction`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `introduction_step_by_introduction` ON `introduction_step` (`introduction_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`direction` text NOT NULL,
	`fn` text NOT NULL,
	`name_key` text NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`url_key` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`headline` text DEFAULT '' NOT NULL,
	`org` text DEFAULT '' NOT NULL,
	`location` text DEFAULT '' NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`message_key` text DEFAULT '' NOT NULL,
	`sent_at` text,
	`mutual_count` integer,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`key` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`batch_id` integer,
	`line` integer
);
--> statement-breakpoint
CREATE INDEX `invitation_by_state` ON `invitation` (`direction`,`state`);--> statement-breakpoint
CREATE INDEX `invitation_by_url_key` ON `invitation` (`url_key`) WHERE url_key <> '';--> statement-breakpoint
CREATE INDEX `invitation_by_name_key` ON `invitation` (`name_key`);--> statement-breakpoint
CREATE INDEX `invitation_by_key` ON `invitation` (`key`) WHERE key <> '';--> statement-breakpoint
CREATE INDEX `invitation_by_message_key` ON `invitation` (`message_key`) WHERE message_key <> '';--> statement-breakpoint
CREATE INDEX `invitation_by_batch` ON `invitation` (`batch_id`);--> statement-breakpoint
CREATE TABLE `journal_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`entry_id`) REFERENCES `journal_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_change_by_entry` ON `journal_change` (`entry_id`);--> statement-breakpoint
CREATE TABLE `journal_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`params` text NOT NULL,
	`at` text NOT NULL,
	`undone_at` text,
	`import_batch_id` integer
);
--> statement-breakpoint
CREATE TABLE `mutual` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`invitation_id` integer NOT NULL,
	`name` text NOT NULL,
	`contact_id` integer,
	`answer` text,
	`asked_on` text,
	`answered_on` text,
	`quote_shareable` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mutual_by_invitation` ON `mutual` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `mutual_by_contact` ON `mutual` (`contact_id`);--> statement-breakpoint
CREATE TABLE `property` (
	`id` integer PRIMARY KEY NOT NULL,
	`contact_id` integer NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`type` text DEFAULT '' NOT NULL,
	`key` text DEFAULT '' NOT NULL,
	`recorded_at` text NOT NULL,
	`batch_id` integer,
	`line` integer,
	`superseded_by` integer,
	`hidden` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `property_by_contact` ON `property` (`contact_id`);--> statement-breakpoint
CREATE INDEX `property_by_key` ON `property` (`key`,`name`) WHERE key <> '';--> statement-breakpoint
CREATE INDEX `property_by_superseding_batch` ON `property` (`superseded_by`) WHERE superseded_by is not null;--> statement-breakpoint
CREATE TABLE `setting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `setting_key_unique` ON `setting` (`key`);