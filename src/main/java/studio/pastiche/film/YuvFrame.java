package studio.pastiche.film;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB32;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// A picture as video encoders take it: brightness and two colours at half the size, 4:2:0, by
/// BT.709 in the narrow range, which is what players expect.
final class YuvFrame implements AutoCloseable {
  private static final int FULL_RANGE = 1;
  private static final int NARROW_RANGE = 0;
  private static final int UNCHANGED = 1 << 16;

  private final Size size;
  private final AVFrame frame;

  /// Only points at the pixels.
  private final AVFrame source;

  private final SwsContext conversion;
  private final IntPointer pixels;

  YuvFrame(Size size) throws IOException {
    this.size = size;
    frame = av_frame_alloc();
    frame.format(AV_PIX_FMT_YUV420P);
    frame.width(size.width());
    frame.height(size.height());
    pixels = new IntPointer(size.pixels());
    source = av_frame_alloc();
    source.data(0, new BytePointer(pixels));
    source.linesize(0, 4 * size.width());
    conversion =
        sws_getContext(
            size.width(),
            size.height(),
            AV_PIX_FMT_RGB32,
            size.width(),
            size.height(),
            AV_PIX_FMT_YUV420P,
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
            null,
            null,
            (DoublePointer) null);
    IntPointer bt709 = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(
        conversion, bt709, FULL_RANGE, bt709, NARROW_RANGE, 0, UNCHANGED, UNCHANGED);
    Ffmpeg.checked(av_frame_get_buffer(frame, 0));
  }

  /// Fills the frame with a picture of its size.
  void fill(Picture picture) throws IOException {
    Ffmpeg.checked(av_frame_make_writable(frame));
    pixels.put(picture.toArgb());
    sws_scale(
        conversion,
        source.data(),
        source.linesize(),
        0,
        size.height(),
        frame.data(),
        frame.linesize());
  }

  AVFrame frame() {
    return frame;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_frame_free(source);
    sws_freeContext(conversion);
    pixels.close();
  }
}
