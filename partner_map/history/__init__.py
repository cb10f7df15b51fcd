"""The history of the record: what each save of the tables changed, told in the reader's words."""
