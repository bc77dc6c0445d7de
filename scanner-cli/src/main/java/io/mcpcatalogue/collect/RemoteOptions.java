package io.mcpcatalogue.collect;

import java.util.List;
import java.util.Optional;

/**
 * How remote servers are called. Holds secrets, so its text form shows none. Immutable.
 *
 * @param headers sent with every request to the server itself, never to another origin
 * @param bearer the token sent to the server
 * @param oauth the client that may ask for a token
 * @param privateAddresses whether private and link-local addresses may be called: what the user
 *     named may lie there, what an index named must not
 */
public record RemoteOptions(
    List<Header> headers,
    Optional<String> bearer,
    Optional<OAuthClient> oauth,
    boolean privateAddresses) {

  public static final RemoteOptions DEFAULT =
      new RemoteOptions(List.of(), Optional.empty(), Optional.empty(), true);

  public RemoteOptions {
    headers = List.copyOf(headers);
  }

  /** A request header. Immutable. */
  public record Header(String name, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * An OAuth client of the user. With a secret the client-credentials flow is used, without it the
   * device flow. Immutable.
   *
   * @param scope the scopes to ask for, empty for those that the server names
   * @param issuer the authorization server that knows the client; without it the client is shown
   *     only to one of the same origin as the scanned server, since any server may name any other
   */
  public record OAuthClient(
      String id, Optional<String> secret, String scope, Optional<String> issuer) {
    @Override
    public String toString() {
      return "OAuthClient[" + id + "]";
    }
  }

  public RemoteOptions withHeaders(List<Header> given) {
    return new RemoteOptions(given, bearer, oauth, privateAddresses);
  }

  public RemoteOptions withBearer(Optional<String> given) {
    return new RemoteOptions(headers, given, oauth, privateAddresses);
  }

  public RemoteOptions withOauth(Optional<OAuthClient> given) {
    return new RemoteOptions(headers, bearer, given, privateAddresses);
  }

  public RemoteOptions withPrivateAddresses(boolean given) {
    return new RemoteOptions(headers, bearer, oauth, given);
  }

  @Override
  public String toString() {
    return "RemoteOptions[headers=" + headers + ", privateAddresses=" + privateAddresses + "]";
  }
}
