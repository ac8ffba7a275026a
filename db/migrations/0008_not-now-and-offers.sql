ALTER TABLE `introduction_step` ADD `until` text;--> statement-breakpoint
CREATE INDEX `property_offer` ON `property` (`name`,`contact_id`) WHERE name in ('X-OFFERS', 'X-SEEKS');