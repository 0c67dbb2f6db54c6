package jacobi.data;

/** Where a file is on the network, and the SHA-1 of its content, by which a copy that is whole is known. */
public record Download(String url, String sha1) {}
