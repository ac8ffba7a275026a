CREATE INDEX `encounter_own` ON `encounter` (`met_on`) WHERE batch_id is null;--> statement-breakpoint
CREATE INDEX `evidence_of_owner` ON `evidence` (`contact_id`) WHERE other_id is null and kind <> 'li_connected';--> statement-breakpoint
CREATE INDEX `property_birthday` ON `property` (`value`) WHERE name = 'BDAY';--> statement-breakpoint
CREATE INDEX `property_tag` ON `property` (`value`) WHERE name = 'CATEGORIES';