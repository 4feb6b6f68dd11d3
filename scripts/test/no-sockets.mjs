// Loaded into a process by --import: a socket that it opens is an error.
import { Socket } from "node:dgram";
import { Socket as Stream } from "node:net";

const refuse = () => {
  throw new Error("a socket was opened");
};
Stream.prototype.connect = refuse;
Socket.prototype.send = refuse;
