package org.heralddata.app.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of each collection with its signposts (FAIR signposting, level 1): each description is there, as what it says it is. */
record LandingCheck() implements VoCheck {
    private static final Pattern LINK = Pattern.compile("<([^>]*)>((?:\\s*;\\s*[a-z*]+=(?:\"[^\"]*\"|[^,;\"]+))*)");
    private static final Pattern RELATION = Pattern.compile("rel=\"?([^\";,]+)\"?");
    private static final Pattern TYPE = Pattern.compile("type=\"?([^\",]+)\"?");
    private static final String HELP = "does a proxy take Link headers away? programs find data by them";

    @Override
    public CheckCode code() {
        return CheckCode.LANDING;
    }

    @Override
    public String name() {
        return "landing pages with signposts";
    }

    private record Signpost(String url, String relation, String type) {}

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        for (String collection : node.tables().collections()) {
            Reply page = node.get("/collections/" + collection, "Accept", "text/html");
            found.looked();
            if (page.status() != 200) {
                found.add(page.url(), "the landing page has the status %d".formatted(page.status()), "look at the log");
                continue;
            }
            List<Signpost> signposts = signposts(page);
            for (String relation : List.of("cite-as", "describedby", "license", "type", "linkset")) {
                found.require(
                        signposts.stream().anyMatch(s -> s.relation().equals(relation)),
                        page.url(),
                        "there is no Link header with rel=\"%s\"".formatted(relation),
                        HELP);
            }
            for (Signpost signpost : signposts) {
                if (signpost.relation().equals("describedby")
                        || signpost.relation().equals("linkset")) {
                    follow(node, signpost, found);
                }
            }
        }
    }

    private static void follow(RemoteNode node, Signpost signpost, Findings found)
            throws IOException, InterruptedException {
        Reply description = node.get(signpost.url());
        found.require(
                description.status() == 200
                        && description.mediaType().equals(Reply.bare(signpost.type()))
                        && description.body().length > 0,
                description.url(),
                "the description promised as `%s` is answered with the status %d as `%s`"
                        .formatted(signpost.type(), description.status(), description.header("Content-Type")),
                "report it with the address");
    }

    private static List<Signpost> signposts(Reply page) {
        var all = new ArrayList<Signpost>();
        for (String header : page.headers().allValues("Link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                Matcher relation = RELATION.matcher(link.group(2));
                Matcher type = TYPE.matcher(link.group(2));
                all.add(new Signpost(
                        link.group(1), relation.find() ? relation.group(1) : "", type.find() ? type.group(1) : ""));
            }
        }
        return all;
    }
}
