package org.heralddata.app.mail;

import java.time.Duration;
import org.heralddata.jobs.outbox.Courier;
import org.heralddata.jobs.outbox.Outbox;
import org.heralddata.jobs.outbox.Parcel;
import org.heralddata.jobs.outbox.Posting;
import org.heralddata.jobs.outbox.Undelivered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters by way of the outbox. */
public record OutboxPost(Outbox outbox) implements Post {
    static final String CHANNEL = "mail";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void send(Letter letter, Duration patience) {
        String content = JSON.createObjectNode()
                .put("subject", letter.subject())
                .put("text", letter.text())
                .toString();
        outbox.put(new Posting(CHANNEL, letter.to(), null, content, patience));
    }

    /** Takes them out again. */
    public static Courier courier(Smtp smtp) {
        return new LetterCourier(smtp);
    }

    private record LetterCourier(Smtp smtp) implements Courier {

        @Override
        public String channel() {
            return CHANNEL;
        }

        @Override
        public void deliver(Parcel parcel) throws Undelivered {
            JsonNode content = JSON.readTree(parcel.content());
            var letter = new Letter(
                    parcel.recipient(),
                    content.get("subject").stringValue(),
                    content.get("text").stringValue());
            smtp.send(letter, parcel.token());
        }
    }
}
