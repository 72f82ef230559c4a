"""Exports: the snapshot, as of any moment, in the formats that others work in.

resources.py  what is exported            formats.py        CSV, Parquet, JSON
hxl.py        for humanitarian tools      atom.py           for feed readers
package.py    what goes with it           run.py            one export from beginning to end
"""

from warehouse.export.run import FORMATS, export

__all__ = ["FORMATS", "export"]
