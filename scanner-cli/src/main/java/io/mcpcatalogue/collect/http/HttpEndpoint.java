package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.RequestSender.Message;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;

/**
 * Speaks with one server, whose answers are read as they arrive. Credentials go to the origin that
 * the user named and to no other, whatever redirects say. For one thread.
 */
public final class HttpEndpoint {
  private final RequestSender sender;
  private final AddressGuard guard;
  private final URI server;
  private final Map<String, String> credentials;

  HttpEndpoint(
      RequestSender sender, AddressGuard guard, URI server, Map<String, String> credentials) {
    this.sender = sender;
    this.guard = guard;
    this.server = server;
    this.credentials = new TreeMap<>(credentials);
  }

  public Origin origin() {
    return Origin.of(server);
  }

  /** Sends a body; a redirect gets it as well, as servers behind a slash too many expect it. */
  public HttpReply post(
      URI address, Map<String, String> headers, String type, byte[] body, Deadline deadline)
      throws CollectException {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("content-type", type);
    return send("POST", address, all, BodyPublishers.ofByteArray(body), deadline);
  }

  public HttpReply get(URI address, Map<String, String> headers, Deadline deadline)
      throws CollectException {
    return send("GET", address, headers, BodyPublishers.noBody(), deadline);
  }

  /** Tells the server that it is not needed any more; nothing depends on its answer. */
  public void delete(URI address, Map<String, String> headers, Deadline deadline) {
    try {
      send("DELETE", address, headers, BodyPublishers.noBody(), deadline).close();
    } catch (CollectException e) {
      // The session ends by itself some day: nothing is lost.
      return;
    }
  }

  /** Other origins are those that the server has named. */
  private HttpReply send(
      String method,
      URI address,
      Map<String, String> headers,
      BodyPublisher body,
      Deadline deadline)
      throws CollectException {
    boolean own = Origin.of(address).equals(origin());
    return sender.send(
        new Message(method, headers, own ? credentials : Map.of(), body),
        address,
        own ? guard : guard.leaving(server),
        deadline,
        reply -> {});
  }
}
