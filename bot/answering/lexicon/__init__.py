"""What words mean by themselves, whatever the question and the article: titles, acts, encounters, places."""
