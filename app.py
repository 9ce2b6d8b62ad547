"""The door to the explorer: `streamlit run app.py`."""

from ui.shell import run

run()
