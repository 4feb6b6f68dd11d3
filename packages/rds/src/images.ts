import type { Engine } from "./engines.js";

// By digest, so that what runs with the master's secret is what was looked at: PostgreSQL 17.10, MySQL 8.4.11, MariaDB 11.8.9, for all
// architectures. ECR Public mirrors Docker's official images.
// https://gallery.ecr.aws/docker/library
const library = "public.ecr.aws/docker/library";

const postgres = `${library}/postgres:17-alpine@sha256:742f40ea20b9ff2ff31db5458d127452988a2164df9e17441e191f3b72252193`;
const mysql = `${library}/mysql:8.4@sha256:b3b90af2a6552ae30c266fdb7d5dd55f3afb72404bb78d37fe8a23eb857fd3fb`;
const mariadb = `${library}/mariadb:11.8@sha256:2439dcd7d14010ecd1ff7a4e1c5abe8e208c34fe35290744deeeaac3569043c3`;

/** Each engine's own client, in its official image. */
export const clientImages: Readonly<Record<Engine, string>> = {
  postgres,
  "aurora-postgresql": postgres,
  mysql,
  "aurora-mysql": mysql,
  mariadb,
};

/** Has `wget`, which checks certificates, and little else. */
export const certificateImage = `${library}/alpine:3.22@sha256:14358309a308569c32bdc37e2e0e9694be33a9d99e68afb0f5ff33cc1f695dce`;
