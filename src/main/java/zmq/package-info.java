/**
 * Classes that stand in for JeroMQ's of the same names, where one of them was found wanting; each says why. Like JeroMQ
 * they are under the Mozilla Public License 2.0.
 */
package zmq;
