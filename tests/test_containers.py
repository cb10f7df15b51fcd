"""The files that build and run containers, read: no engine is needed here."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from partner_map.settings import PROJECT_FOLDER

DEPLOY = PROJECT_FOLDER / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: one for name, one in SERVICES.items() if "build" in one}
OPERATING = (PROJECT_FOLDER / "docs" / "operating.md").read_text(encoding="utf-8")
MANIFEST: list[dict[str, Any]] = list(
    yaml.safe_load_all(re.findall(r"```yaml\n(.*?)```", OPERATING, re.DOTALL)[0])
)
PINNED = re.compile(r"[a-z0-9./-]+:[0-9][a-z0-9.-]+@sha256:[0-9a-f]{64}")
SETTINGS = (PROJECT_FOLDER / "partner_map" / "settings.py").read_text(encoding="utf-8")
UVICORNS = {"FORWARDED_ALLOW_IPS"}


def instructions(name: str) -> list[str]:
    return re.findall(rf"^{name} +(.*)$", CONTAINERFILE, re.MULTILINE)


def is_known(variable: str) -> bool:
    return f'"{variable}"' in SETTINGS or variable in UVICORNS


def pods() -> list[dict[str, Any]]:
    return [one["spec"]["template"]["spec"] for one in MANIFEST if one["kind"] == "Deployment"]


def containers() -> list[dict[str, Any]]:
    return [one for pod in pods() for one in pod["containers"]]


def test_every_image_is_pinned_by_its_version_and_its_digest() -> None:
    built = [line.split()[0] for line in instructions("FROM")]
    pulled = [one["image"] for one in SERVICES.values() if "build" not in one]
    pulled += [one["image"] for one in containers() if "registry.example.org" not in one["image"]]

    assert len(built) == 2
    assert [image for image in (*built, *pulled) if not PINNED.fullmatch(image)] == []


def test_the_packages_are_those_of_the_lock_by_their_hashes_from_no_named_index() -> None:
    (install,) = [line for line in instructions("RUN") if "pip install" in line]

    assert "--require-hashes -r /opt/partner-map/requirements.lock" in " ".join(install.split())
    assert not re.search(r"index-url|https?:|trusted-host", install)


def test_an_image_takes_what_a_server_needs_and_what_is_there() -> None:
    copied = {
        source
        for line in instructions("COPY")
        if not line.startswith("--from")
        for source in line.split()[:-1]
    }
    let_in = set(
        re.findall(
            r"^!(.*)$",
            (DEPLOY / "Containerfile.dockerignore").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )

    assert copied == let_in
    assert [path for path in copied if not (PROJECT_FOLDER / path).exists()] == []
    assert {"app.py", ".streamlit", "pages", "partner_map", "data"} <= copied


def test_the_server_in_an_image_is_nobody_and_asked_for_its_health() -> None:
    assert instructions("USER") == ["10001:10001"]
    assert "--uid 10001" in CONTAINERFILE
    assert "/mapa/healthz" in CONTAINERFILE
    command = instructions("CMD")[-1]
    assert '"app.py"' in command
    assert '"--server.baseUrlPath", "mapa"' in command


@pytest.mark.parametrize("name", SERVICES)
def test_a_container_may_do_little(name: str) -> None:
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["restart"] == "unless-stopped"


def test_every_variable_is_one_that_the_program_reads() -> None:
    set_here = {name for one in OURS.values() for name in one["environment"]}
    set_here |= {one["name"] for container in containers() for one in container.get("env", ())}
    set_here |= {
        part.partition("=")[0]
        for part in " ".join(instructions("ENV")).split()
        if part.startswith("PARTNER_MAP")
    }

    assert {"PARTNER_MAP_HOSTS", "PARTNER_MAP_STATE", "PARTNER_MAP_SITE_URL"} <= set_here
    assert [name for name in set_here if not is_known(name)] == []


def test_every_path_that_is_named_exists() -> None:
    build = SERVICES["server-1"]["build"]
    mounted = [
        source
        for one in SERVICES.values()
        for source in (volume.split(":")[0] for volume in one["volumes"])
    ]
    paths = [source for source in mounted if source.startswith(".")]
    named = [source for source in mounted if not source.startswith(".")]

    assert (DEPLOY / build["context"]).resolve() == PROJECT_FOLDER
    assert (PROJECT_FOLDER / build["dockerfile"]).is_file()
    assert [path for path in paths if not (DEPLOY / path).exists()] == []
    assert set(named) == set(COMPOSE["volumes"])


def test_one_container_publishes_and_it_alone_may_write_among_the_tables() -> None:
    publishing = {name for name, one in OURS.items() if "PARTNER_MAP_SITE" in one["environment"]}
    writing = {
        name
        for name, one in OURS.items()
        if any(volume == "../data:/opt/partner-map/data" for volume in one["volumes"])
    }

    assert publishing == writing == {"publisher"}


def test_nginx_finds_the_servers_of_visitors_and_they_believe_it_alone() -> None:
    addresses = {name: one["networks"]["inside"]["ipv4_address"] for name, one in SERVICES.items()}
    subnet = ipaddress.ip_network(COMPOSE["networks"]["inside"]["ipam"]["config"][0]["subnet"])
    upstream = (DEPLOY / "nginx-servers-compose.conf").read_text(encoding="utf-8")

    assert all(ipaddress.ip_address(one) in subnet for one in addresses.values())
    assert re.findall(r"^ *server ([0-9.]+):8501 ", upstream, re.MULTILINE) == [
        addresses["server-1"],
        addresses["server-2"],
    ]
    assert {one["environment"]["FORWARDED_ALLOW_IPS"] for one in OURS.values()} == {
        addresses["nginx"]
    }


def test_the_two_lists_of_processes_differ_in_their_addresses_alone() -> None:
    texts = [
        [
            re.sub(r"[0-9.]+:[0-9]+", "ADDRESS", line)
            for line in (DEPLOY / name).read_text(encoding="utf-8").splitlines()[1:]
        ]
        for name in ("nginx-servers.conf", "nginx-servers-compose.conf")
    ]

    assert texts[0] == texts[1]


def test_on_kubernetes_a_server_is_asked_for_its_health_and_its_visitors_stay_with_it() -> None:
    (server,) = [one for one in containers() if one["name"] == "server"]
    service = next(
        one
        for one in MANIFEST
        if one["kind"] == "Service" and one["metadata"]["name"] == "partner-map"
    )

    assert server["livenessProbe"]["httpGet"]["path"] == "/mapa/_stcore/health"
    assert server["readinessProbe"]["httpGet"]["path"] == "/mapa/healthz"
    assert service["spec"]["sessionAffinity"] == "ClientIP"


def test_on_kubernetes_one_pod_publishes() -> None:
    publishing = [
        one
        for one in MANIFEST
        if one["kind"] == "Deployment" and "PARTNER_MAP_SITE_URL" in yaml.safe_dump(one)
    ]

    assert [one["spec"]["replicas"] for one in publishing] == [1]
    assert publishing[0]["spec"]["strategy"] == {"type": "Recreate"}


def test_every_mount_of_the_manifest_is_of_a_volume_of_its_pod() -> None:
    for pod in pods():
        mounted = {mount["name"] for one in pod["containers"] for mount in one["volumeMounts"]}
        assert mounted == {volume["name"] for volume in pod["volumes"]}


def test_the_files_that_operating_names_exist() -> None:
    named = set(re.findall(r"(?:deploy|docs|tools)/[\w.@-]+\.\w+", OPERATING)) - {"deploy/.env"}

    assert named
    assert [path for path in sorted(named) if not Path(PROJECT_FOLDER / path).is_file()] == []
