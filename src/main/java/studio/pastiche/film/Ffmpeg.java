package studio.pastiche.film;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import studio.pastiche.file.FileException;
import studio.pastiche.file.UserFolders;

/// FFmpeg's libraries, as they come with Pastiche.
final class Ffmpeg {
  private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

  private Ffmpeg() {}

  /// Unpacks the libraries into the user's cache, where they are not yet, and loads them.
  ///
  /// @param film that they are wanted for
  /// @throws FileException where that fails
  static void load(Path film) throws FileException {
    Path cache = UserFolders.ofThisUser().cache().resolve("javacpp");
    if (System.getProperty(CACHE_PROPERTY) == null) {
      System.setProperty(CACHE_PROPERTY, cache.toString());
    }
    try {
      Loader.load(avutil.class);
      Loader.load(swscale.class);
      Loader.load(avcodec.class);
      Loader.load(avformat.class);
      avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    } catch (LinkageError | RuntimeException e) {
      throw new FileException(
          film.toString(),
          "MP4 can't be made here, because FFmpeg could not be unpacked into "
              + System.getProperty(CACHE_PROPERTY)
              + " and loaded ("
              + e.getMessage()
              + "); free space there, or save a GIF",
          e);
    }
  }

  /// Passes on what a function of FFmpeg answered; throws an IOException with FFmpeg's words where
  /// that is an error.
  static int checked(int answer) throws IOException {
    if (answer < 0) {
      throw new IOException(words(answer));
    }
    return answer;
  }

  private static String words(int error) {
    byte[] text = new byte[256];
    avutil.av_strerror(error, text, text.length);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }
}
