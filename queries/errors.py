"""What can go wrong when a question is asked."""


class QueryError(Exception):
    """A query that does not exist, was given the wrong parameters, or failed in the store."""


class QueryTimeout(QueryError):
    """A query that did not answer within the time limit and was interrupted."""


class StoreUnavailableError(QueryError):
    """There is no store that can be asked; the message says what to do."""
