CREATE INDEX `encounter_own` ON `encounter` (`met_on`) WHERE batch_id is null;--> statement-breakpoint
CREATE INDEX `property_birthday` ON `property` (`value`) WHERE name = 'BDAY';--> statement-breakpoint
CREATE INDEX `property_tag` ON `property` (`value`) WHERE name = 'CATEGORIES';