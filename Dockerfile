# Greenroom with its explorer. Built and started together with a Neo4j by: docker compose --profile app up --wait
FROM python:3.12-slim
RUN useradd --create-home --uid 10001 greenroom && mkdir /data && chown greenroom /data
WORKDIR /app
COPY requirements.txt pyproject.toml ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt -c requirements.txt
COPY --chown=root:root . .
# linked, not copied: the lexicon and the sample articles stand beside the packages
RUN pip install --no-cache-dir --no-deps --no-build-isolation -e .
USER greenroom
ENV GREENROOM_STORE=/data/greenroom.db HOME=/home/greenroom
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
# Inside the container every address is its own; compose.yaml gives the port to this machine only.
CMD ["greenroom", "serve", "--host", "0.0.0.0", "--no-browser"]
