/** Classes that stand in for JeroMQ's of the same names, where one of them was found wanting; each says why. */
package zmq;
