"""From a question to an Answer or a NoAnswer. Imports no discord and no faiss."""
