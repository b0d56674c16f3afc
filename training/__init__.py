"""Makes the weights of the learned reader from a folder of annotated articles: ``python -m training GOLD_DIR...``."""
