package jacobi.wire.content;

/**
 * Sent to whoever subscribes to IOPub: from here on nothing is missed.
 *
 * @param subscription the topic subscribed to, empty for all
 */
public record IopubWelcome(String subscription) implements Content {}
