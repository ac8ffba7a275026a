ALTER TABLE `decision` ADD `hindsight` text;--> statement-breakpoint
ALTER TABLE `decision` ADD `hindsight_on` text;--> statement-breakpoint
ALTER TABLE `do_not_introduce` ADD `batch_id` integer;--> statement-breakpoint
ALTER TABLE `do_not_introduce` ADD `line` integer;--> statement-breakpoint
ALTER TABLE `introduction` ADD `direction` text DEFAULT 'outgoing' NOT NULL;--> statement-breakpoint
ALTER TABLE `introduction_step` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation` ADD `about_profile` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `mutual` ADD `nudged_on` text;--> statement-breakpoint
ALTER TABLE `mutual` ADD `quote` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `reminder` ADD `batch_id` integer;--> statement-breakpoint
ALTER TABLE `reminder` ADD `line` integer;--> statement-breakpoint
CREATE INDEX `reminder_by_batch` ON `reminder` (`batch_id`) WHERE batch_id is not null;--> statement-breakpoint
ALTER TABLE `tag_cadence` ADD `batch_id` integer;--> statement-breakpoint
ALTER TABLE `tag_cadence` ADD `line` integer;