"""A rules language of English clauses: text in, a checked rule book out.

It knows nothing of any subject. What a rule may speak of comes in as a
:class:`dsl.vocabulary.Vocabulary`.
"""
