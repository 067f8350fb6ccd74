package studio.pastiche.networks.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import studio.pastiche.file.FileException;
import studio.pastiche.networks.download.DownloadException.Reason;

/// What failures of a connection mean.
final class Failures {
  private Failures() {}

  /// The exception to tell: a DownloadException, or a FileException where it was our own disk.
  static IOException explained(URI uri, Throwable thrown) {
    Throwable e = unwrapped(thrown);
    String host = host(uri);
    return switch (e) {
      case DownloadException told -> told;
      case FileException ourDisk -> ourDisk;
      case HttpConnectTimeoutException _ -> offline(host, "it does not answer", e);
      case HttpTimeoutException _ -> broken(host + " stopped answering", e);
      case ConnectException _ when caused(e, UnresolvedAddressException.class) ->
          offline(host, "unknown host", e);
      case ConnectException _ -> offline(host, "connection refused", e);
      case UnknownHostException _ -> offline(host, "unknown host", e);
      case SSLHandshakeException _ ->
          new DownloadException(
              Reason.CERTIFICATE,
              caused(e, CertificateException.class)
                      || caused(e, CertPathBuilderException.class)
                      || caused(e, CertPathValidatorException.class)
                  ? host + " has no certificate that can be trusted"
                  : "no secure connection to %s could be made".formatted(host),
              e);
      case CancellationException _ -> broken("nothing came from %s any more".formatted(host), e);
      default -> broken("the connection to %s broke".formatted(host), e);
    };
  }

  /// What an answer other than 200 and 206 means.
  static DownloadException status(URI uri, int status) {
    String host = host(uri);
    return switch (status) {
      case 404, 410 ->
          failed(Reason.REFUSED, "%s does not have the file (%d)".formatted(host, status));
      case 401, 403, 451 ->
          failed(Reason.REFUSED, "%s does not give the file away (%d)".formatted(host, status));
      case 407 -> failed(Reason.REFUSED, "the proxy asks for a password (407)");
      case 416 -> changed(uri);
      case 511 -> failed(Reason.NOT_THE_FILE, "the network here asks you to log in first (511)");
      case 408, 425, 429, 500, 502, 503, 504 ->
          failed(Reason.BUSY, "%s can't give the file just now (%d)".formatted(host, status));
      default -> failed(Reason.REFUSED, "%s answered with %d".formatted(host, status));
    };
  }

  static DownloadException changed(URI uri) {
    return failed(Reason.CHANGED, "the file at %s keeps changing".formatted(host(uri)));
  }

  static DownloadException page(URI uri) {
    return failed(
        Reason.NOT_THE_FILE,
        "%s sent a web page in place of the file, as networks do that want a login"
            .formatted(host(uri)));
  }

  static DownloadException failed(Reason reason, String what) {
    return new DownloadException(reason, what, null);
  }

  static DownloadException broken(String what, @Nullable Throwable cause) {
    return new DownloadException(Reason.BROKEN_OFF, what, cause);
  }

  static DownloadException otherBytes(URI uri) {
    return failed(Reason.REFUSED, "%s sent other bytes than it was asked for".formatted(host(uri)));
  }

  static String host(URI uri) {
    String host = uri.getHost();
    return host == null ? uri.toString() : host;
  }

  private static DownloadException offline(String host, String why, Throwable cause) {
    return new DownloadException(
        Reason.OFFLINE, "%s can't be reached (%s)".formatted(host, why), cause);
  }

  private static Throwable unwrapped(Throwable e) {
    Throwable at = e;
    while ((at instanceof CompletionException || at instanceof ExecutionException)
        && at.getCause() != null) {
      at = at.getCause();
    }
    // the client wraps what a body's subscriber threw, and so hides our own words
    for (Throwable inner = at; inner != null; inner = inner.getCause()) {
      if (inner instanceof DownloadException || inner instanceof FileException) {
        return inner;
      }
    }
    return at;
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> kind) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
