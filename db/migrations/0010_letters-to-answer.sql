CREATE TABLE `received_letter` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contact_id` integer NOT NULL,
	`on` text NOT NULL,
	`message_id` text NOT NULL,
	`references` text DEFAULT '' NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`superseded_by` integer,
	`created_at` text NOT NULL,
	`batch_id` integer,
	`line` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `received_letter_by_contact` ON `received_letter` (`contact_id`);--> statement-breakpoint
CREATE INDEX `received_letter_by_batch` ON `received_letter` (`batch_id`);--> statement-breakpoint
CREATE INDEX `received_letter_by_superseding_batch` ON `received_letter` (`superseded_by`) WHERE superseded_by is not null;