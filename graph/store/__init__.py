"""The store: every read and write of the graph, over Bolt, whichever engine answers.

>>> with Store.open() as store:                                                     # doctest: +SKIP
...     store.read("MATCH (p:Person) RETURN p.name AS name ORDER BY name LIMIT 1")
[{'name': 'Ada Lowe'}]
"""

from graph.store.login import Login
from graph.store.result import Result
from graph.store.session import Store, Transaction

__all__ = ["Login", "Result", "Store", "Transaction"]
