<!-- Simulated neutrinos (herald simulate neutrino-demo) as a resource of GAVO DaCHS 2.7, to be measured beside Herald. -->
<resource schema="nu">
  <meta name="title">Simulated neutrino sky</meta>
  <meta name="description">Events made by herald simulate neutrino-demo</meta>
  <meta name="creationDate">2026-11-21T00:00:00</meta>
  <meta name="subject">neutrino-astronomy</meta>
  <meta name="creator.name">Herald</meta>

  <STREAM id="columns">
    <column name="uuid" type="text" ucd="meta.id;meta.main" required="True" verbLevel="1"/>
    <column name="ra" type="double precision" unit="deg" ucd="pos.eq.ra;meta.main" verbLevel="1"/>
    <column name="dec" type="double precision" unit="deg" ucd="pos.eq.dec;meta.main" verbLevel="1"/>
    <column name="nhit" type="integer" ucd="meta.number" required="True"/>
    <column name="beta" type="double precision" unit="deg" ucd="stat.error"/>
    <column name="mjd" type="double precision" unit="d" ucd="time.epoch"/>
    <column name="topology" type="text"/>
    <column name="healpix" type="bigint" ucd="pos.healpix" required="True"/>
  </STREAM>

  <table id="events" onDisk="True" adql="True" mixin="//scs#q3cindex" primary="uuid">
    <FEED source="columns"/>
  </table>
  <table id="small" onDisk="True" adql="True" mixin="//scs#q3cindex" primary="uuid">
    <FEED source="columns"/>
  </table>

  <data id="import">
    <sources pattern="empty.csv"/>
    <csvGrammar/>
    <make table="events"/>
    <make table="small"/>
  </data>

  <service id="cone" allowed="scs.xml">
    <meta name="shortName">neutrinos</meta>
    <meta name="testQuery.ra">10</meta>
    <meta name="testQuery.dec">10</meta>
    <meta name="testQuery.sr">1</meta>
    <publish render="scs.xml" sets="local"/>
    <dbCore queriedTable="events"><FEED source="//scs#coreDescs"/></dbCore>
  </service>
  <service id="scone" allowed="scs.xml">
    <meta name="shortName">some neutrinos</meta>
    <meta name="testQuery.ra">10</meta>
    <meta name="testQuery.dec">10</meta>
    <meta name="testQuery.sr">1</meta>
    <publish render="scs.xml" sets="local"/>
    <dbCore queriedTable="small"><FEED source="//scs#coreDescs"/></dbCore>
  </service>
</resource>
